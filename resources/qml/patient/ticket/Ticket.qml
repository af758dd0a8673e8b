pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// The number first; the paper follows when it can.
Page {
    id: root

    required property TicketScreen screen

    lowers: false
    title: root.screen.again ? qsTr("Already checked in") : qsTr("You are checked in")
    lead: [root.screen.late ? qsTr("You are a little late. We have told the desk.") : "", root.screen.provisional ? qsTr("Your appointment time is not confirmed yet. The desk will tell you.") : ""].join(" ").trim()
    centred: !Theme.wide
    festive: true
    busy: root.screen.busy
    backShown: false
    primaryName: qsTr("Done")
    onGoOn: root.screen.done()

    headTop: Theme.topMargin + Theme.length(Theme.wide ? 128 : 140)
    bodyTop: Theme.topMargin
    bodyGap: Theme.length(32)

    crown: Rectangle {
        anchors.left: Theme.wide ? parent.left : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        width: Theme.length(Theme.wide ? 100 : 116)
        height: width
        radius: width / 2
        color: Theme.inkOnFestive

        Icon {
            anchors.centerIn: parent
            text: Icons.check
            font.pixelSize: parent.width * 0.6
            color: Theme.festive
        }
    }

    display: Loader {
        width: parent.width
        active: Theme.wide
        visible: active

        sourceComponent: Component {
            TakeWithYou {
                screen: root.screen
            }
        }
    }

    Rectangle {
        id: ground

        readonly property real padding: Theme.length(Theme.wide ? 32 : 40)

        width: parent.width
        height: card.implicitHeight + 2 * ground.padding
        radius: Theme.tileRadius * 1.2
        color: Theme.surface
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.line

        Column {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.length(48)
            spacing: Theme.length(16)

            Words {
                id: caption

                width: parent.width
                text: qsTr("Your number")
                color: Theme.softInk
                font.pixelSize: Theme.wide ? Theme.label : Theme.body
                font.weight: Theme.semibold
                horizontalAlignment: Text.AlignHCenter
            }

            // Beside the question the card has the page's height and no more: the number takes what the words leave.
            Numbered {
                readonly property real rest: root.room - 2 * ground.padding - caption.height - tear.height - places.height - 3 * card.spacing
                readonly property real whole: Theme.ticketNumber * (root.screen.late || root.screen.again || root.screen.provisional ? 0.78 : 1)

                width: parent.width
                text: root.screen.number
                largest: Theme.wide ? Math.max(whole * (Theme.largerText ? 0.5 : 0.7), Math.min(whole, rest)) : whole
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
                    caption: qsTr("Go to")
                    place: root.screen.area
                    more: root.screen.room
                }

                Place {
                    id: wait

                    width: (parent.width - parent.spacing) * 0.46
                    visible: root.screen.next || root.screen.waitUpper > 0
                    caption: root.screen.next ? qsTr("Your turn") : qsTr("About")
                    place: root.screen.next ? qsTr("You are next") : qsTr("%1–%2 min").arg(root.screen.waitLower).arg(root.screen.waitUpper)
                    more: root.screen.peopleAhead > 0 ? qsTr("%n person(s) before you", "", root.screen.peopleAhead) : ""
                }
            }
        }
    }

    Loader {
        width: parent.width
        active: !Theme.wide
        visible: active

        sourceComponent: Component {
            TakeWithYou {
                screen: root.screen
            }
        }
    }
}
