import QtQuick

// "2 of 3", and how far that is.
Item {
    id: root

    required property int step
    required property int steps

    visible: steps > 0
    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Words {
        id: words

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%1 of %2").arg(root.step).arg(root.steps)
        color: Theme.softInk
        font.pixelSize: Theme.text(33)
        font.weight: Theme.semibold
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    Rectangle {
        anchors.left: words.right
        anchors.leftMargin: Theme.grid
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.progressHeight
        radius: height / 2
        color: Theme.quietLine

        Rectangle {
            anchors.left: parent.left
            width: parent.width * (root.steps > 0 ? root.step / root.steps : 0)
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }
}
