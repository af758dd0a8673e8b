import QtQuick
import Anteroom.Screens
import "../../controls"
import "../confirm"

// What is to be booked, before it is.
Page {
    id: root

    required property BookingCheckScreen screen

    lowers: false
    title: qsTr("Is this right?")
    problem: qsTr("Somebody else has just taken this time.")
    problemShown: root.screen.gone
    step: root.screen.step
    steps: root.screen.steps
    busy: root.screen.busy
    primaryName: root.screen.gone ? qsTr("Choose another time") : qsTr("Yes, book it")
    primaryGlyph: root.screen.gone ? Icons.chevronRight : Icons.check
    onGoBack: root.screen.back()
    onGoOn: root.screen.yes()

    Rectangle {
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(Theme.wide ? 20 : 56)
        radius: Theme.tileRadius
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(66)
            spacing: Theme.length(Theme.wide ? 12 : 40)

            Words {
                width: parent.width
                text: root.screen.starts
                font.pixelSize: Theme.appointmentTime
                font.weight: Theme.heavy
                font.features: ({
                        "tnum": 1
                    })
                lineHeight: Theme.tightLeading
            }

            Fact {
                width: parent.width
                glyph: Icons.calendar
                fact: root.screen.day
            }

            Fact {
                width: parent.width
                glyph: Icons.stethoscope
                fact: root.screen.doctor
                more: root.screen.specialty
            }

            Fact {
                width: parent.width
                glyph: Icons.userRound
                fact: root.screen.name
                more: root.screen.phone === "" ? "" : Theme.isolated(root.screen.phone)
            }
        }
    }
}
