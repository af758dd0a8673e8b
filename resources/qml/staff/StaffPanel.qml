import QtQuick
import "../controls"

// What stands beside a list: of the one that is chosen there. It scrolls where the window is low.
Rectangle {
    id: root

    default property alias content: column.data
    property alias footer: below.data
    property string empty: ""

    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        width: Theme.staffStroke
        height: parent.height
        color: Theme.quietLine
    }

    Words {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.staffMargin
        visible: root.empty !== ""
        text: root.empty
        color: Theme.softInk
        font.pixelSize: Theme.staffBody
        horizontalAlignment: Text.AlignHCenter
    }

    Flickable {
        id: flick

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: below.top
        anchors.margins: Theme.staffMargin
        anchors.bottomMargin: Theme.staffGap
        visible: root.empty === ""
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        Column {
            id: column

            width: flick.width
            spacing: Theme.staffGap
        }
    }

    Column {
        id: below

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.staffMargin
        visible: root.empty === ""
        spacing: Theme.staffGap
    }
}
