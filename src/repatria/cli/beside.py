"""Programs that run beside the pages: started together, ended together, and started again when one dies."""

import subprocess
import sys
import threading
from dataclasses import dataclass, field

LOOK_EVERY_SECONDS = 1.0
PATIENCE_SECONDS = 10


@dataclass
class Beside:
    """Commands of the site, each as a process. One that is killed is started again; what it worked on is found."""

    commands: list[tuple[str, ...]]
    processes: dict[tuple[str, ...], "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _ended: threading.Event = field(default_factory=threading.Event)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self) -> None:
        """Start all, and watch over them from a thread."""
        self.look()
        threading.Thread(target=self._watch, daemon=True).start()

    def look(self) -> None:
        """Start what does not run."""
        with self._turn:
            if self._ended.is_set():
                return
            for command in self.commands:
                process = self.processes.get(command)
                if process is None or process.poll() is not None:
                    self.processes[command] = subprocess.Popen([sys.executable, "-m", *command])  # noqa: S603 - ours

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_EVERY_SECONDS):
            self.look()

    def stop(self) -> None:
        """End all: politely, then firmly."""
        self._ended.set()
        with self._turn:
            running = list(self.processes.values())
        for process in running:
            process.terminate()
        for process in running:
            try:
                process.wait(timeout=PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
