import QtQuick
import "../controls"

// A word and what holds of it.
Column {
    id: root

    required property string label
    required property string value
    property color ink: Theme.ink

    visible: root.value !== ""
    spacing: Theme.length(2)

    Words {
        width: parent.width
        text: root.label
        color: Theme.softInk
        font.pixelSize: Theme.staffNote
        lineHeight: Theme.tightLeading
    }

    Words {
        width: parent.width
        text: root.value
        color: root.ink
        font.pixelSize: Theme.staffBody
        font.weight: Theme.semibold
        lineHeight: Theme.tightLeading
        wrapMode: Text.Wrap
    }
}
