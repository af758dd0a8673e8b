import QtQuick
import "../../controls"

// Where to go, or how long it takes.
Column {
    id: root

    required property string caption
    required property string place
    property string more: ""

    spacing: Theme.length(6)

    Words {
        width: parent.width
        text: root.caption
        color: Theme.softInk
        font.pixelSize: Theme.caption
    }

    Words {
        width: parent.width
        text: root.place
        font.pixelSize: Theme.text(Theme.wide ? 38 : 46)
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.text(26)
        height: contentHeight
        font.weight: Theme.heavy
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.more
        color: Theme.softInk
        font.pixelSize: Theme.caption
    }
}
