"""What a page looks like in numbers: how large, how whole, what lies on what."""

from typing import Any

from playwright.sync_api import Page, expect

SCROLLS = """() => [document.scrollingElement, ...document.querySelectorAll('section, main, div')]
    .filter(e => e && /auto|scroll/.test(getComputedStyle(e).overflowY)
        && e.scrollHeight > e.clientHeight + 1).map(e => e.className)"""
SIZES = """() => [...document.querySelectorAll('.st-key-stage *')].flatMap(e => {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const box = e.getBoundingClientRect();
    if (!own || box.width < 2 || getComputedStyle(e).visibility === 'hidden') return [];
    const scale = document.querySelector('.st-key-stage').getBoundingClientRect().height
        / document.querySelector('.st-key-stage').offsetHeight;
    let zoom = 1;
    for (let a = e; a; a = a.parentElement) zoom *= getComputedStyle(a).zoom || 1;
    const role = e.closest('.asked') ? 'asked' : e.closest('.prompt') ? 'prompt'
        : e.closest('.js-plotly-plot, .options, .wall, .questions') ? 'label' : '';
    return [[e.textContent.trim().slice(0, 40), role,
        parseFloat(getComputedStyle(e).fontSize) * scale * zoom * 1080 / innerHeight,
        box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1 && box.left >= -1]];
})"""
# What Plotly wrote and drew, in the screen's pixels.
DRAWN = """(root) => {
    const box = e => {
        const b = e.getBoundingClientRect();
        return [b.left, b.top, b.right, b.bottom];
    };
    const clips = svg => {
        for (let e = svg.parentElement; e !== document.body; e = e.parentElement)
            if (getComputedStyle(e).overflowX !== 'visible' && box(e)[2] < box(svg)[2] - 1)
                return e.className;
        return '';
    };
    const seen = e => e.textContent.trim() && e.getBoundingClientRect().width;
    return [...document.querySelectorAll(root + ' .js-plotly-plot')].map(plot => ({
        chart: box(plot.querySelector('.main-svg')),
        labels: [...plot.querySelectorAll('.annotation-text, .bartext')].filter(seen)
            .map(e => [e.textContent, ...box(e)]),
        inside: [...plot.querySelectorAll('.point')].map(e =>
            [box(e.querySelector('path')), e.querySelector('.bartext')])
            .filter(([, text]) => text && text.textContent.trim())
            .map(([bar, text]) => [text.textContent, bar, box(text)]),
        bars: [...plot.querySelectorAll('.point path')].map(box),
        clipped: clips(plot.querySelector('.main-svg')),
    }));
}"""
LEAST = {"prompt": 56, "asked": 32, "label": 32, "": 26}
PROMPT_MOST = 72


def unreadable(page: Page, name: str) -> list[str]:
    """What of the stage is smaller than it must be at 1080p, cut off, or makes the page scroll."""
    problems = [f"{name} scrolls: {cause}" for cause in page.evaluate(SCROLLS)]
    for text, role, size, inside in page.evaluate(SIZES):
        if size < LEAST[role] - 0.01 or (role == "prompt" and size > PROMPT_MOST + 0.01):
            problems.append(f"{name}: {text} at {size:.1f} px")
        if not inside:
            problems.append(f"{name}: {text} is cut off")
    return problems


def drawn(page: Page, root: str, count: int) -> list[dict[str, Any]]:
    expect(page.locator(f"{root} .js-plotly-plot .point")).not_to_have_count(0)
    expect(page.locator(f"{root} .js-plotly-plot")).to_have_count(count)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.wait_for_timeout(300)  # what was measured is drawn once more
    found: list[dict[str, Any]] = page.evaluate(DRAWN, root)
    return found


def problems_of(charts: list[dict[str, Any]], *, widest_bar: float) -> list[str]:
    problems = []
    for chart in charts:
        left, top, right, bottom = chart["chart"]
        if chart["clipped"]:
            problems.append(f"{chart['clipped']} cuts the chart off")
        longest = max(bar[2] - bar[0] for bar in chart["bars"])
        if longest < widest_bar * (right - left):
            problems.append(f"the longest bar is {longest / (right - left):.0%} of the chart")
        for place, (text, *one) in enumerate(chart["labels"]):
            if one[0] < left - 1 or one[1] < top - 1 or one[2] > right + 1 or one[3] > bottom + 1:
                problems.append(f"“{text}” is cut off")
            problems += [
                f"“{text}” and “{other}” lie on each other"
                for other, *two in chart["labels"][place + 1 :]
                if overlap(one, two)
            ]
    return problems


def overlap(one: list[float], two: list[float]) -> bool:
    # Boxes of letters hold some air above and below.
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across > 1 and down > 0.25 * min(one[3] - one[1], two[3] - two[1])
