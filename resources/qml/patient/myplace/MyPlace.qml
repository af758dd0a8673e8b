import QtQuick
import Anteroom.Screens
import "../../controls"
import "../ticket"

// Where somebody stands.
Page {
    id: root

    required property MyPlaceScreen screen
    readonly property bool called: root.screen.where === MyPlaceScreen.Where.CALLED
    readonly property bool waits: root.screen.where === MyPlaceScreen.Where.WAITING

    lowers: false
    festive: root.called
    title: root.called ? qsTr("It is your turn") : root.waits ? qsTr("%n person(s) before you", "", root.screen.peopleAhead) : qsTr("You are next")
    lead: root.called ? qsTr("Please go in now.") : root.waits ? qsTr("We will call your number.") : qsTr("Please stay nearby.")
    backShown: false
    primaryName: qsTr("Done")
    onGoOn: root.screen.done()

    Rectangle {
        id: ground

        readonly property real padding: Theme.length(Theme.wide ? 32 : 48)

        width: parent.width
        height: card.implicitHeight + 2 * ground.padding
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
            spacing: Theme.length(Theme.wide ? 16 : 20)

            Words {
                id: caption

                width: parent.width
                text: qsTr("Your number")
                color: Theme.softInk
                font.pixelSize: Theme.wide ? Theme.label : Theme.body
                font.weight: Theme.semibold
                horizontalAlignment: Text.AlignHCenter
            }

            // As on the ticket: beside the question the number takes what the words leave.
            Numbered {
                readonly property real rest: root.room - 2 * ground.padding - caption.height - tear.height - places.height - 3 * card.spacing

                width: parent.width
                text: root.screen.number
                largest: Theme.wide ? Math.max(Theme.ticketNumber * 0.5, Math.min(Theme.ticketNumber * 0.8, rest)) : Theme.ticketNumber
            }

            Tear {
                id: tear

                width: parent.width
            }

            Row {
                id: places

                width: parent.width
                topPadding: Theme.length(20)
                spacing: Theme.grid

                Place {
                    width: (parent.width - parent.spacing) * (wait.visible ? 0.54 : 1)
                    caption: root.called ? qsTr("Go to") : qsTr("Wait here")
                    place: root.called && root.screen.room !== "" ? root.screen.room : root.screen.area
                }

                Place {
                    id: wait

                    width: (parent.width - parent.spacing) * 0.46
                    visible: !root.called && root.screen.waitUpper > 0
                    caption: qsTr("About")
                    place: qsTr("%1–%2 min").arg(root.screen.waitLower).arg(root.screen.waitUpper)
                }
            }
        }
    }
}
