import QtQuick

// A calm sentence about what did not work.
Rectangle {
    id: root

    property string text: ""
    property string glyph: Icons.info

    implicitHeight: words.implicitHeight + 2 * Theme.length(20)
    radius: Theme.cardRadius
    color: Theme.warningGround
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.length(20)
        anchors.verticalCenter: parent.verticalCenter
        text: root.glyph
        font.pixelSize: Theme.smallIcon
        color: Theme.warning
    }

    Words {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: Theme.length(20)
        anchors.right: parent.right
        anchors.rightMargin: Theme.length(20)
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.warning
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
}
