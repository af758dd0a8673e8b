import QtQuick
import Anteroom.Screens
import "../../controls"

// One sentence, and what to do now.
Page {
    id: root

    required property NoticeScreen screen

    function heading(): string {
        switch (root.screen.kind) {
        case NoticeScreen.Kind.TOO_EARLY:
            return qsTr("You are early");
        case NoticeScreen.Kind.DESK:
            return qsTr("Please come to the desk");
        case NoticeScreen.Kind.NO_APPOINTMENT:
            return qsTr("Our desk will help you");
        case NoticeScreen.Kind.NO_NUMBERS:
            return qsTr("We have no more numbers today");
        default:
            return qsTr("This does not work just now");
        }
    }

    function sentence(): string {
        switch (root.screen.kind) {
        case NoticeScreen.Kind.TOO_EARLY:
            return qsTr("Your appointment is at %1. Please come back and check in from:").arg(root.screen.starts);
        case NoticeScreen.Kind.DESK:
            return qsTr("One of us will check you in there. You can also call somebody to you.");
        case NoticeScreen.Kind.NO_APPOINTMENT:
            return qsTr("Please go to the desk, and we will find a place for you. You can also call somebody to you.");
        case NoticeScreen.Kind.NO_NUMBERS:
            return qsTr("Please come back, or call us. We are sorry.");
        default:
            return qsTr("It is not your fault, and nothing is lost. One of us will check you in.");
        }
    }

    emblem: root.screen.wantsHelp ? root.screen.kind === NoticeScreen.Kind.NO_APPOINTMENT ? Icons.userPlus : Icons.mapPin : ""
    lowers: false
    title: root.heading()
    lead: root.sentence()
    backShown: root.screen.wantsHelp
    backName: qsTr("Done")
    primaryName: root.screen.wantsHelp ? qsTr("Call somebody") : qsTr("Done")
    primaryGlyph: root.screen.wantsHelp ? Icons.handHelping : ""
    onGoBack: root.screen.done()
    onGoOn: root.screen.wantsHelp ? root.screen.callForHelp() : root.screen.done()

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(56)
        visible: !root.screen.wantsHelp
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(56)
            spacing: Theme.length(32)

            Numbered {
                width: parent.width
                visible: text !== ""
                text: root.screen.opens
                largest: Theme.appointmentTime
            }

            Words {
                width: parent.width
                visible: root.screen.kind === NoticeScreen.Kind.NO_NUMBERS
                text: root.screen.openingHours
                font.weight: Theme.semibold
            }

            Words {
                width: parent.width
                visible: root.screen.kind === NoticeScreen.Kind.NO_NUMBERS
                text: root.screen.clinicPhone
                font.pixelSize: Theme.tile
                font.weight: Theme.heavy
            }
        }
    }
}
