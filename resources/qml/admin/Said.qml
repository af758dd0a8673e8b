import QtQuick
import "../controls"

// What went wrong, or what was done, beside what was pressed.
Rectangle {
    id: root

    property string problem: ""
    property string told: ""

    visible: root.problem !== "" || root.told !== ""
    height: visible ? words.implicitHeight + 2 * Theme.length(14) : 0
    radius: Theme.staffRadius
    color: root.problem !== "" ? Theme.alertGround : Theme.tint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.length(16)
        anchors.verticalCenter: parent.verticalCenter
        text: root.problem !== "" ? Icons.circleAlert : Icons.circleCheck
        font.pixelSize: Theme.staffIcon
        color: root.problem !== "" ? Theme.alert : Theme.primary
    }

    Words {
        id: words

        anchors.left: sign.right
        anchors.right: parent.right
        anchors.margins: Theme.length(14)
        anchors.verticalCenter: parent.verticalCenter
        text: root.problem !== "" ? root.problem : root.told
        color: root.problem !== "" ? Theme.alert : Theme.ink
        font.pixelSize: Theme.staffLabel
        lineHeight: Theme.tightLeading
        Accessible.ignored: true
    }
}
