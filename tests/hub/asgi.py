"""Asking an application without a socket."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def ask(app: Any, path: str, body: Any = None, token: str = "", **headers: str) -> tuple[int, Any]:
    # In a thread of its own: a browser that a test drives leaves its loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, ask_async(app, path, body, token, **headers)).result()


async def ask_async(app: Any, path: str, body: Any = None, token: str = "", **headers: str) -> tuple[int, Any]:
    sent: dict[str, Any] = {"body": b""}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = {"content-type": "application/json", "authorization": f"Bearer {token}"}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "https",
        "method": "GET" if body is None else "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in head.items()],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
    }  # fmt: skip
    pending = [{"type": "http.request", "body": data, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return pending.pop() if pending else {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            sent["status"] = message["status"]
            sent["headers"] = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            sent["body"] += message.get("body", b"")

    await app(scope, receive, send)
    kind = sent["headers"].get("content-type", "")
    return sent["status"], json.loads(sent["body"]) if "json" in kind else sent
