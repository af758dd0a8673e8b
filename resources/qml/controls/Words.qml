import QtQuick

// Text in the clinic's type: it wraps, and never hides a word.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Theme.regular
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.leading
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
