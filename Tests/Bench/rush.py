"""A morning: everybody clocks in once within a minute, each on a connection of their own."""

import asyncio
import time
import urllib.parse


async def _press(address, cookie, token, key, at):
    """Waits for its moment, sends one clock-in and answers how long it took in milliseconds, and whether it was kept."""
    await asyncio.sleep(max(0, at - time.monotonic()))
    body = urllib.parse.urlencode({"_token": token, "_once": key, "kind": "in"})
    head = (f"POST /working-time/clock HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n")
    host, port = address.split(":")
    start = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write((head + body).encode())
    answer = await reader.readuntil(b"\r\n\r\n")
    took = (time.perf_counter() - start) * 1000
    writer.close()
    return took, answer.startswith(b"HTTP/1.1 303") and b"location: /working-time\r\n" in answer.lower()


async def _all(address, sessions, seconds):
    first = time.monotonic() + 0.5
    presses = [
        _press(address, cookie, token, f"rush-{place:08}-{int(first)}", first + place * seconds / len(sessions))
        for place, (cookie, token) in enumerate(sessions)
    ]
    return await asyncio.gather(*presses)


def press_all(address, sessions, seconds=60):
    """Median, 99th percentile and longest wait in milliseconds, and how many were not acknowledged."""
    answers = asyncio.run(_all(address, sessions, seconds))
    times = sorted(took for took, _ in answers)
    lost = sum(1 for _, kept in answers if not kept)
    return times[len(times) // 2], times[len(times) * 99 // 100], times[-1], lost
