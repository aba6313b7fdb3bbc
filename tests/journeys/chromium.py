"""Where the tests' Chromium is; run as a script, it makes sure that there is one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell is the same browser without its own windows and menus, which nobody sees here: the tests
# take a fifth less time with it.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A Chromium with windows opens two pages more in each of them, for what its address line suggests:
# ten short visits take half of the time without. It heeds the last such list only, so that those of
# Playwright's own stand here too.
SWITCHED_OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
# A page is drawn by a process of its own, which reads Streamlit's and Plotly's scripts anew; in one
# process for all pages of somebody's browser the second page takes half of the time.
FLAGS = (
    "--renderer-process-limit=1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
)


BRIEFLY = ("-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=0")
# Written once the system's packages were tried, so that a machine without them asks them once.
TRIED = Path(sys.prefix) / "tried-packages-for-chromium"


def chromium() -> str | None:
    """The path of a system Chromium, or of the one that Playwright installed."""
    return _of_the_system() or _from_playwright()


def _of_the_system() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Try the system's packages where this may be done, else Playwright's own download."""
    if shutil.which("apt-get") and os.geteuid() == 0 and not TRIED.exists():
        TRIED.touch()
        print("Installing Chromium for the tests …", flush=True)
        _quietly("apt-get", "update", *BRIEFLY)
        for package in (SHELL, "chromium"):
            if _quietly("apt-get", "install", "--yes", "--no-install-recommends", package):
                return
    if not _from_playwright():
        print("Downloading Chromium for the tests …", flush=True)
        _quietly(sys.executable, "-m", "playwright", "install", "chromium")


def _quietly(*command: str) -> bool:
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode == 0


def main() -> int:
    if not _of_the_system():
        install()
    if chromium():
        return 0
    print(
        "The tests need a browser: install the package “chromium” (Debian, Ubuntu, Fedora) or"
        " Google Chrome, then run this again."
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
