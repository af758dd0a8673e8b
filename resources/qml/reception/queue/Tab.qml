import QtQuick
import "../../controls"

// The way to a doctor's line where not all of them fit beside each other.
Pressable {
    id: root

    required property string doctor
    required property int waiting
    readonly property string title: doctor === "" ? qsTr("Whoever is free") : doctor

    name: root.title + ", " + qsTr("%n waiting", "", root.waiting)
    role: Accessible.RadioButton
    checkable: true
    radius: height / 2
    activeFocusOnTab: false
    implicitWidth: words.implicitWidth + 2 * Theme.length(22)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked ? Theme.chosen : root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.checked ? 0 : Theme.staffStroke
        border.color: Theme.line
    }

    Words {
        id: words

        anchors.centerIn: parent
        text: Theme.isolated(root.title) + "  ·  " + root.waiting
        color: root.checked ? Theme.inkOnChosen : Theme.ink
        font.pixelSize: Theme.staffNote
        font.weight: Theme.semibold
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
