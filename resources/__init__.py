"""What ships beside the code: QML, translations, fonts, icons, ticket words and demo data."""
