import QtQuick
import Anteroom.Screens
import "../../controls"

// Calls somebody, after one confirmation.
Page {
    id: root

    required property HelpScreen screen
    readonly property bool called: root.screen.state === HelpScreen.State.CALLED

    function paper(): string {
        switch (root.screen.printing) {
        case HelpScreen.Printing.UNDER_WAY:
            return qsTr("Printing your number…");
        case HelpScreen.Printing.PRINTED:
            return qsTr("Please take your number.");
        case HelpScreen.Printing.FAILED:
            return qsTr("It could not be printed. Please remember your number.");
        default:
            return "";
        }
    }

    lowers: false
    title: root.called ? qsTr("Somebody is coming") : root.screen.notFound ? qsTr("Let us help you") : qsTr("Shall we call somebody?")
    lead: root.called ? qsTr("Please stay nearby. We will call this number.") : root.screen.notFound ? qsTr("We could not find an appointment with that. One of us can look for you.") : qsTr("One of us will come and help you.")
    emblem: root.called ? "" : Icons.handHelping
    busy: root.screen.busy
    backShown: !root.called
    primaryName: root.called ? qsTr("Done") : qsTr("Yes, call somebody")
    primaryGlyph: root.called ? "" : Icons.handHelping
    onGoBack: root.screen.back()
    onGoOn: root.called ? root.screen.done() : root.screen.call()

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(56)
        visible: root.called
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(48)
            spacing: Theme.length(16)

            Words {
                width: parent.width
                text: qsTr("Your number")
                color: Theme.softInk
                font.weight: Theme.semibold
                horizontalAlignment: Text.AlignHCenter
            }

            Numbered {
                width: parent.width
                text: root.screen.number
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.paper()
        color: Theme.softInk
        font.pixelSize: Theme.label
        horizontalAlignment: Text.AlignHCenter
    }
}
