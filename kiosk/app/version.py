"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """Of the program as it was installed; empty where it was not."""
    from importlib import metadata

    try:
        return metadata.version("anteroom")
    except metadata.PackageNotFoundError:
        return ""
