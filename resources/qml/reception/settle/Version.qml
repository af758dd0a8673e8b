import QtQuick
import "../../controls"

// One version of a field; where somebody may choose, it is pressed to be taken.
Pressable {
    id: root

    required property string field
    required property string said
    required property bool differs
    required property bool chosen
    required property bool canBeTaken

    radius: Theme.staffRadius
    ring: Theme.staffFocus
    implicitHeight: Math.max(Theme.staffRow, words.implicitHeight + Theme.length(24))
    enabled: root.canBeTaken
    activeFocusOnTab: root.canBeTaken
    checkable: root.canBeTaken
    checked: root.chosen
    role: root.canBeTaken ? Accessible.RadioButton : Accessible.StaticText
    name: root.field + ": " + root.said

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : root.chosen ? Theme.tint : root.differs ? Theme.warningGround : Theme.paper
        border.width: root.chosen ? Theme.staffFocus : root.canBeTaken ? Theme.staffStroke : 0
        border.color: root.chosen ? Theme.primary : Theme.line
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: mark.left
        anchors.margins: Theme.length(18)
        anchors.rightMargin: mark.visible ? Theme.length(8) : 0
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.field
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
            lineHeight: Theme.tightLeading
            Accessible.ignored: true
        }

        Words {
            width: parent.width
            text: root.said === "" ? "–" : root.said
            color: root.differs && !root.chosen ? Theme.warning : Theme.ink
            font.pixelSize: Theme.staffBody
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.rightMargin: Theme.length(18)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.chosen
        width: visible ? font.pixelSize : 0
        text: Icons.circleCheck
        font.pixelSize: Theme.staffIcon
        color: Theme.primary
    }
}
