pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// What this machine does, and the ways on.
Page {
    id: root

    required property HomeScreen screen

    function greeting(): string {
        switch (root.screen.partOfDay) {
        case HomeScreen.PartOfDay.MORNING:
            return qsTr("Good morning.");
        case HomeScreen.PartOfDay.AFTERNOON:
            return qsTr("Good afternoon.");
        default:
            return qsTr("Good evening.");
        }
    }

    title: root.greeting() + "\n" + qsTr("Tell us you are here.")
    titleSize: Theme.display
    lead: qsTr("It takes about a minute. You get a number, and we call it.")
    backShown: false
    headTop: Theme.top + (Theme.wide || Theme.largerText ? 0 : Theme.length(64))

    crown: [
        ClinicMark {
            id: logo

            anchors.left: parent.left
            width: Theme.length(72)
            height: width
        },
        Words {
            anchors.left: logo.right
            anchors.leftMargin: Theme.grid
            anchors.right: clock.left
            anchors.rightMargin: Theme.grid
            anchors.verticalCenter: parent.verticalCenter
            text: root.screen.clinicName
            font.pixelSize: Theme.label
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
        },
        Words {
            id: clock

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.screen.clock
            font.pixelSize: Theme.body
            font.weight: Theme.semibold
            font.features: ({
                    "tnum": 1
                })
            lineHeight: Theme.tightLeading
            wrapMode: Text.NoWrap
        }
    ]

    display: Loader {
        width: parent.width
        active: Theme.wide
        visible: active

        sourceComponent: Component {
            OtherWays {
                columns: 1
                screen: root.screen
            }
        }
    }

    Tile {
        id: have

        width: parent.width
        primary: true
        glyph: Icons.calendarCheck
        name: qsTr("I have an appointment")
        more: qsTr("Check in with a code or your details")
        onAct: root.screen.haveAppointment()
    }

    Tile {
        id: none

        width: parent.width
        glyph: Icons.userPlus
        name: qsTr("I don't have one")
        more: qsTr("Get a number and wait to be seen")
        onAct: root.screen.haveNone()
    }

    Loader {
        id: ways

        width: parent.width
        active: !Theme.wide
        visible: active

        sourceComponent: Component {
            OtherWays {
                columns: Theme.largerText ? 1 : 2
                screen: root.screen
            }
        }
    }

    Item {
        width: 1
        height: Math.max(Theme.grid, root.room - have.height - none.height - (Theme.wide ? 0 : ways.height + Theme.gap) - languages.height - 3 * Theme.gap)
    }

    Languages {
        id: languages

        width: parent.width
        languages: root.screen.languages
        chosen: root.screen.chosen
        onChoose: code => root.screen.choose(code)
    }
}
