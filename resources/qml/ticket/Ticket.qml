pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The number first; the paper follows when it can.
Page {
    id: root

    required property TicketScreen screen

    title: root.screen.again ? qsTr("You are already checked in") : qsTr("You are checked in")
    lead: root.screen.late ? qsTr("You are a little late. We have told the desk.") : ""
    centred: !Theme.wide
    festive: true
    busy: root.screen.busy
    backShown: false
    primaryName: qsTr("Done")
    onGoOn: root.screen.done()

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
        width: parent.width
        height: card.implicitHeight + 2 * Theme.length(44)
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

            Tear {
                width: parent.width
            }

            Row {
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
