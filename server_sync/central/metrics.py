"""What a server process counts of itself, for Prometheus. Labels are routes, roles and codes: never an id or a word.

Each process counts for itself. Where several share a port, each is asked at a port of its own (METRICS_PORT).
"""

from __future__ import annotations

from collections import Counter as Counted
from collections.abc import Callable, Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from server_sync.central.centre import Centre

CONTENT_TYPE = CONTENT_TYPE_LATEST
CODE = "anteroom.code"
"""Where in the request's scope a refusal leaves its code."""

UNMATCHED = "unmatched"
"""The route of whatever no endpoint is for."""

_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Metrics:
    """One process's counts. Any thread may count."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = self._counter("requests", "Requests answered.", "method", "route", "status")
        self._refused = self._counter("refused", "Requests refused, by the code of the refusal.", "route", "code")
        self._commits = self._counter("commits", "Commits of this process that changed records.")
        self._sets = self._counter("sync_sets", "Change sets that devices offered, by what became of them.", "status")
        self._outcomes = self._counter("merge_outcomes", "Change sets, by how they were settled.", "outcome")
        self._compared = self._counter("sync_compared", "Comparisons of what a device holds, by their result.", "state")
        self._mended = self._counter("sync_mended", "Records that devices asked for because theirs differed.")
        self._dropped = self._counter("live_dropped", "Readers of the live feed that were dropped.", "cause")
        self._took = self._seconds("request_seconds", "How long answering took.", "method", "route")
        self._live = self._seconds("live_lag_seconds", "From news to the last write to those who watch the location.")
        self._by_request: dict[tuple[str, str, int], Callable[[float], None]] = {}

    def text(self) -> bytes:
        """All of it, in Prometheus' text format."""
        return generate_latest(self.registry)

    def watch(self, centre: Centre) -> None:
        """Also tell what can be looked up when asked: sockets, connections, threads."""
        self.registry.register(_Present(centre))

    def committed(self, _places: frozenset[int]) -> None:
        """Records were changed."""
        self._commits.inc()

    def settled(self, answered: Mapping[str, Any]) -> None:  # Any: JSON of our own
        """A push was answered so: each change set has its status, one of four words, and a named outcome.

        Outcomes are names of our own: of a rule, of a reason for quarantine, of a refusal.
        """
        results = answered["data"]["results"]
        for counted, name in ((self._sets, "status"), (self._outcomes, "outcome")):
            # Counted beforehand: a counter takes 2 us, and a push has a thousand sets.
            for word, sets in Counted(result[name] for result in results).items():
                counted.labels(word).inc(sets)

    def compared(self, state: str) -> None:
        """A device's digests were compared: `same`, `differs` or `moved_on`."""
        self._compared.labels(state).inc()

    def mended(self, records: int) -> None:
        """A device asked for so many records, of which it held other images."""
        self._mended.inc(records)

    def told(self, seconds: float) -> None:
        """Those who watch a location were told."""
        self._live.observe(seconds)

    def dropped(self, cause: str) -> None:
        """A reader of the live feed was dropped."""
        self._dropped.labels(cause).inc()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        key = (method, route, status)
        count = self._by_request.get(key)
        if count is None:
            count = self._by_request[key] = self._counting(*key)
        count(seconds)

    def refused(self, route: str, code: str) -> None:
        """A request was refused."""
        self._refused.labels(route, code).inc()

    def _counting(self, method: str, route: str, status: int) -> Callable[[float], None]:
        requests, took = self._requests.labels(method, route, str(status)), self._took.labels(method, route)

        def count(seconds: float) -> None:
            requests.inc()
            took.observe(seconds)

        return count

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"anteroom_{name}", what, labels, registry=self.registry)

    def _seconds(self, name: str, what: str, *labels: str) -> Histogram:
        return Histogram(f"anteroom_{name}", what, labels, registry=self.registry, buckets=_SECONDS)


class CountRequests:
    """The layer that counts what passes; sockets and pages that are kept open are counted as sockets."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, started_s = 500, perf_counter()

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            # A method that is none of HTTP's comes from a stranger, and would be a label of their making.
            method = scope["method"] if scope["method"] in _METHODS else "OTHER"
            route = getattr(scope.get("route"), "path", UNMATCHED)
            self._metrics.answered(method, route, status, perf_counter() - started_s)
            if (code := scope.get(CODE)) is not None:
                self._metrics.refused(route, code)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class _Present(Collector):
    """What is so at the moment when it is asked for."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre

    def collect(self) -> Iterator[Metric]:
        """See Collector."""
        sockets = GaugeMetricFamily("anteroom_live_sockets", "Sockets that watch a queue.", labels=["role"])
        for role, count in self._centre.live.roles.items():
            sockets.add_metric([role.value], count)
        yield sockets
        yield GaugeMetricFamily(
            "anteroom_followers", "Tickets' pages that are kept up to date.", self._centre.followers.count
        )
        yield GaugeMetricFamily(
            "anteroom_news_listeners", "Devices and readers that wait for news.", self._centre.announcer.listeners
        )
        in_use, size = self._centre.replica.database.pool_use
        yield GaugeMetricFamily("anteroom_pool_connections_in_use", "Connections to the database in use.", in_use)
        yield GaugeMetricFamily("anteroom_pool_connections_most", "Connections that this process may hold.", size)
        waiting = self._centre.threads.statistics().tasks_waiting
        yield GaugeMetricFamily("anteroom_requests_waiting", "Requests that wait for a thread.", waiting)
