import QtQuick
import "../controls"

// One entry of the rail: an icon, its word, its key.
Pressable {
    id: root

    required property string glyph
    property string keys: ""

    role: root.checkable ? Accessible.RadioButton : Accessible.Button
    checkable: true
    radius: Theme.staffRadius
    ring: Theme.staffFocus
    implicitHeight: column.implicitHeight + 2 * Theme.length(12)
    Accessible.description: root.keys

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked || root.pressed ? Theme.railChosen : "transparent"
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.length(4)

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.glyph
            font.pixelSize: Theme.staffIcon * 1.15
            color: root.checked ? Theme.inkOnRailChosen : Theme.inkOnRail
        }

        Words {
            width: parent.width
            text: root.name
            color: root.checked ? Theme.inkOnRailChosen : Theme.inkOnRail
            font.pixelSize: Theme.staffNote
            font.weight: Theme.semibold
            horizontalAlignment: Text.AlignHCenter
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.keys
            color: root.checked ? Theme.inkOnRailChosen : Theme.inkOnRail
            font.pixelSize: Theme.staffNote * 0.85
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            Accessible.ignored: true
        }
    }
}
