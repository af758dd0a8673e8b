import QtQuick
import "../../controls"

// One letter's key. Its sign takes the key's whole width: some scripts have many letters in a row.
Pressable {
    id: root

    radius: Theme.length(18)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }

    Words {
        anchors.fill: parent
        text: root.name
        font.family: Theme.namesFamily
        font.pixelSize: Math.min(Theme.text(52), root.height * 0.56, root.width * 0.6)
        font.weight: Theme.semibold
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
