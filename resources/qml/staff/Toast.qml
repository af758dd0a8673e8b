import QtQuick
import "../controls"

// What was just done, in words, with the way back for as long as there is one.
Rectangle {
    id: root

    property string words: ""
    property string undoName: ""
    property string keys: ""
    property string glyph: Icons.circleCheck
    property string undoGlyph: Icons.undo2

    signal undo

    visible: root.words !== ""
    width: Math.min(row.implicitWidth + 2 * Theme.length(26), (parent?.width ?? 0) - 2 * Theme.staffMargin)
    height: Math.max(Theme.staffTarget, text.implicitHeight) + Theme.length(16)
    radius: Theme.staffRadius
    color: Theme.chosen
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.words

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.staffGap

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            text: root.glyph
            font.pixelSize: Theme.staffIcon
            color: Theme.inkOnChosen
        }

        Words {
            id: text

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.parent ? root.parent.width * 0.6 : implicitWidth)
            text: root.words
            color: Theme.inkOnChosen
            font.pixelSize: Theme.staffBody
            Accessible.ignored: true
        }

        StaffButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.undoName !== ""
            name: root.undoName
            glyph: root.undoGlyph
            keys: root.keys
            onAct: root.undo()
        }
    }
}
