"""The facilitator's console, part by part: bar, plan, now, script, dialogs."""
