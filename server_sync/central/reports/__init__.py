"""Reports as people read them: words in six languages, spreadsheets, pictures and one paper."""
