pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The newest call, as large as the room needs it, and the four before it.
Item {
    id: root

    required property BoardShell shell
    readonly property string updated: root.shell.age < 0 ? "" : qsTr("Updated %n s ago", "", root.shell.age)

    Item {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.boardMargin
        height: Theme.boardTitle * 1.4

        ClinicMark {
            id: mark

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.boardTitle * 1.4
            height: width
            source: root.shell.logo
        }

        Words {
            anchors.left: mark.right
            anchors.leftMargin: Theme.boardGap / 2
            anchors.right: age.left
            anchors.rightMargin: Theme.boardGap
            anchors.verticalCenter: parent.verticalCenter
            text: root.shell.clinicName
            color: Theme.boardSoftInk
            font.pixelSize: Theme.boardTitle
            font.weight: Theme.semibold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Words {
            id: age

            anchors.right: clock.left
            anchors.rightMargin: text === "" ? 0 : Theme.boardGap * 1.5
            anchors.baseline: clock.baseline
            text: Theme.boardNarrow ? "" : root.updated
            color: Theme.boardSoftInk
            font.pixelSize: Theme.boardNote
            font.features: {
                "tnum": 1
            }
            wrapMode: Text.NoWrap
        }

        Words {
            id: clock

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.shell.clockText
            color: Theme.boardSoftInk
            font.pixelSize: Theme.boardTitle
            font.weight: Theme.semibold
            font.features: {
                "tnum": 1
            }
            wrapMode: Text.NoWrap
        }
    }

    Rectangle {
        id: front

        readonly property bool lit: root.shell.calling && !root.shell.missed
        readonly property color ink: lit ? Theme.inkOnSun : Theme.boardInk

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: line.bottom
        anchors.bottom: earlier.top
        anchors.leftMargin: Theme.boardMargin
        anchors.rightMargin: Theme.boardMargin
        anchors.topMargin: Theme.boardGap
        anchors.bottomMargin: Theme.boardGap
        radius: Theme.tileRadius
        color: lit ? Theme.sun : Theme.boardPanel

        Words {
            id: heading

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.boardMargin
            text: root.shell.number === "" ? qsTr("Nobody has been called yet today") : front.lit ? qsTr("Now calling") : qsTr("Last called")
            color: front.ink
            font.pixelSize: Theme.boardTitle * 1.2
            font.weight: Theme.semibold
        }

        Words {
            id: number

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.boardMargin
            anchors.rightMargin: Theme.boardNarrow ? Theme.boardMargin / 2 : Theme.boardMargin
            y: heading.y + heading.height + (where.y - heading.y - heading.height - height) / 2
            text: root.shell.number
            color: front.ink
            font.pixelSize: Math.min(Theme.boardNumber, (where.y - heading.y - heading.height) * 1.2)
            font.weight: Theme.heavy
            lineHeight: 1
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
        }

        Row {
            id: where

            anchors.left: parent.left
            anchors.leftMargin: Theme.boardMargin
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.boardMargin * 0.8
            spacing: Theme.boardGap
            visible: root.shell.number !== ""

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                text: Icons.arrowRight
                mirrors: true
                color: front.ink
                font.pixelSize: Theme.boardRoom * 0.9
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, front.width - 2 * Theme.boardMargin - Theme.boardRoom * 0.9 - Theme.boardGap)
                text: root.shell.missed || root.shell.room === "" ? qsTr("Please see the desk") : root.shell.room
                color: front.ink
                font.pixelSize: Theme.boardRoom
                font.weight: Theme.heavy
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }

        // Three times, slower than what may harm anybody (at most three a second), and never where nothing is to move.
        SequentialAnimation {
            id: blink

            loops: 3

            NumberAnimation {
                targets: [number, where]
                property: "opacity"
                to: 0.15
                duration: Theme.boardBlink
            }
            NumberAnimation {
                targets: [number, where]
                property: "opacity"
                to: 1
                duration: Theme.boardBlink
            }
        }

        Connections {
            target: root.shell

            function onCalled(): void {
                if (!Theme.still)
                    blink.restart();
            }
        }
    }

    Row {
        id: earlier

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.boardMargin
        height: Theme.boardLast + Theme.boardNote * 1.5 + 2.2 * Theme.boardGap
        spacing: Theme.boardGap

        Repeater {
            model: root.shell.before

            Rectangle {
                id: earlierCall

                required property string number
                required property string room
                required property bool missed

                width: (earlier.width - 3 * earlier.spacing) / 4
                height: earlier.height
                radius: Theme.cardRadius
                color: Theme.boardPanel

                Words {
                    id: earlierNumber

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.boardGap * 0.7
                    anchors.topMargin: Theme.boardGap
                    text: earlierCall.number
                    color: Theme.boardInk
                    font.pixelSize: Theme.boardLast
                    font.weight: Theme.heavy
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                }

                Words {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.margins: Theme.boardGap * 0.7
                    text: earlierCall.missed ? qsTr("See the desk") : earlierCall.room
                    color: Theme.boardSoftInk
                    font.pixelSize: Theme.boardNote
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.boardNote * 0.7
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
            }
        }
    }
}
