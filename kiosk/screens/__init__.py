"""One QObject per screen, named as its QML page, and the shell that moves between them."""
