import QtQuick

// One of Lucide's icons, always beside a word, so nothing that is read aloud.
Text {
    id: root

    property bool mirrors: false

    color: Theme.primary
    font.family: Theme.iconsFamily
    font.pixelSize: Theme.icon
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    width: font.pixelSize
    height: font.pixelSize
    Accessible.ignored: true

    transform: Scale {
        origin.x: root.width / 2
        xScale: root.mirrors && Theme.rightToLeft ? -1 : 1
    }
}
