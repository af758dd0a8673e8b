import QtQuick
import "../../controls"

// One thing about this machine: an icon, what it is about, and how it is.
Item {
    id: root

    required property string glyph
    required property string name
    required property string value
    property color ink: Theme.ink

    implicitHeight: Math.max(icon.height, words.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name
    Accessible.description: root.value

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.top: parent.top
        text: root.glyph
        font.pixelSize: Theme.smallIcon
        color: Theme.primary
    }

    Column {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.length(2)

        Words {
            width: parent.width
            text: root.name
            color: Theme.softInk
            font.pixelSize: Theme.note
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }

        Words {
            width: parent.width
            text: root.value
            color: root.ink
            font.pixelSize: Theme.text(33)
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }
    }
}
