// Streamlit gives a connection up for good after an error of its own: the page looks alive, but no
// button works. Nothing is lost by loading it anew, for the room is on the server.
export default function () {
  const app = document.querySelector('[data-testid="stApp"]');
  const look = () => {
    if (app.dataset.testConnectionState === "DISCONNECTED_FOREVER") location.reload();
  };
  const observer = new MutationObserver(look);
  observer.observe(app, { attributeFilter: ["data-test-connection-state"] });
  look();
  return () => observer.disconnect();
}
