"""The participants' side: plain HTML pages, one event stream, no framework in the browser."""
