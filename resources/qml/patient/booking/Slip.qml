import QtQuick
import Anteroom.Screens
import "../../controls"
import "../confirm"

// The appointment, and the code to check in with.
Page {
    id: root

    required property SlipScreen screen

    function paper(): string {
        switch (root.screen.printing) {
        case SlipScreen.Printing.UNDER_WAY:
            return qsTr("Printing your slip…");
        case SlipScreen.Printing.PRINTED:
            return qsTr("Please take your slip.");
        case SlipScreen.Printing.FAILED:
            return qsTr("Your slip could not be printed. Please photograph this screen.");
        default:
            return "";
        }
    }

    lowers: false
    title: root.screen.provisional ? qsTr("You have asked for this time") : qsTr("It is booked")
    lead: root.screen.provisional ? qsTr("It is not confirmed yet. The desk will tell you.") : qsTr("Check in with this code when you come.")
    backShown: false
    primaryName: qsTr("Done")
    onGoOn: root.screen.done()

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(Theme.wide ? 24 : 56)
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
            spacing: Theme.length(Theme.wide ? 14 : 36)

            Words {
                width: parent.width
                text: qsTr("Your booking code")
                color: Theme.softInk
                font.weight: Theme.semibold
                horizontalAlignment: Text.AlignHCenter
            }

            Numbered {
                width: parent.width
                text: root.screen.code
                largest: Theme.appointmentTime
            }

            Fact {
                width: parent.width
                glyph: Icons.calendar
                fact: root.screen.day
            }

            Fact {
                width: parent.width
                glyph: Icons.clock
                fact: root.screen.starts
            }

            Fact {
                width: parent.width
                glyph: Icons.stethoscope
                fact: root.screen.doctor
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
