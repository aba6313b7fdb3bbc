// Tells `following.js` of which word the page is the drawing, and how to ask for its counts alone.
const followed = (window.workshopFollowed ??= {});

export default function ({ data, setTriggerValue }) {
  followed.seen = data.seen;
  followed.count = data.counts ? setTriggerValue : null;
  followed.look?.();
  return () => {
    followed.count = null;
  };
}
