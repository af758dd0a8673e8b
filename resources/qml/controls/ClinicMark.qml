import QtQuick

// The clinic's own picture, or our sign on its colour.
Item {
    id: root

    property string source: Theme.logo
    property color ground: Theme.primary

    Rectangle {
        anchors.fill: parent
        visible: picture.status !== Image.Ready
        radius: width * 0.28
        color: root.ground

        Icon {
            anchors.centerIn: parent
            text: Icons.doorOpen
            font.pixelSize: root.width * 0.56
            color: Theme.inkOnPrimary
        }
    }

    Image {
        id: picture

        anchors.fill: parent
        source: root.source
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        sourceSize.width: root.width * 2
        sourceSize.height: root.height * 2
        Accessible.ignored: true
    }
}
