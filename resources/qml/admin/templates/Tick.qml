import QtQuick
import "../../controls"
import "../../staff"

// A word that holds or does not.
ListRow {
    id: root

    property string shown: root.name
    // Whether a sign says so beside the word, where it stands alone.
    property bool signed: false

    implicitHeight: Math.max(Theme.staffTarget, words.implicitHeight + Theme.length(20))
    role: Accessible.CheckBox
    checkable: true
    chosen: root.checked

    Rectangle {
        id: sign

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.staffIcon
        height: Theme.staffIcon
        visible: root.signed
        radius: Theme.length(6)
        color: Theme.surface
        border.width: Theme.staffStroke
        border.color: Theme.line

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            text: Icons.check
            font.pixelSize: Theme.staffIcon * 0.85
            color: Theme.primary
        }
    }

    Words {
        id: words

        anchors.left: root.signed ? sign.right : parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.signed ? Theme.length(12) : -Theme.length(18)
        anchors.rightMargin: root.signed ? 0 : -Theme.length(18)
        anchors.verticalCenter: parent.verticalCenter
        text: root.shown
        font.pixelSize: root.signed ? Theme.staffLabel : Theme.staffNote
        font.weight: root.checked ? Theme.semibold : Theme.regular
        horizontalAlignment: root.signed ? Text.AlignLeft : Text.AlignHCenter
        lineHeight: Theme.tightLeading
        Accessible.ignored: true
    }
}
