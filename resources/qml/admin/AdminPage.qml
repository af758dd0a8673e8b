import QtQuick
import "../controls"

// The frame of an admin's page: what it is, what can be done with all of it, and the rest below.
FocusScope {
    id: root

    required property string title
    property string lead: ""
    default property alias content: body.data
    property alias actions: top.data
    property alias overlay: over.data

    Words {
        id: heading

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.staffMargin
        anchors.right: top.left
        anchors.rightMargin: Theme.staffGap
        text: root.title
        font.pixelSize: Theme.staffTitle
        font.weight: Theme.heavy
        lineHeight: Theme.tightLeading
        Accessible.role: Accessible.Heading
    }

    Words {
        id: below

        anchors.left: heading.left
        anchors.right: heading.right
        anchors.top: heading.bottom
        anchors.topMargin: Theme.length(4)
        visible: text !== ""
        text: root.lead
        color: Theme.softInk
        font.pixelSize: Theme.staffLabel
        lineHeight: Theme.tightLeading
    }

    Row {
        id: top

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.staffMargin
        spacing: Theme.staffGap
        z: 5
    }

    Item {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: below.visible && below.height + below.y > top.y + top.height ? below.bottom : top.height > 0 && top.y + top.height > heading.y + heading.height ? top.bottom : heading.bottom
        anchors.margins: Theme.staffMargin
        anchors.topMargin: Theme.length(22)
    }

    // What stands in front of all of it: questions.
    Item {
        id: over

        anchors.fill: parent
        z: 30
    }
}
