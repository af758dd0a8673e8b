pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// Who are you; then the PIN, typed or tapped.
FocusScope {
    id: root

    required property StaffShell shell
    readonly property SignInScreen screen: root.shell.signIn

    function problem(): string {
        switch (root.screen.problem) {
        case "wrong":
            return qsTr("That PIN is not right. Please try again.");
        case "wait":
            return qsTr("Too many tries. Please wait %n seconds.", "", root.screen.waitSeconds);
        case "never_here":
            return qsTr("The first sign-in at this desk needs the server, which can't be reached now.");
        case "tried_out":
            return qsTr("Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.");
        case "fault":
            return qsTr("That could not be checked. Please try again.");
        default:
            return "";
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.staffMargin * 1.5
        height: Theme.staffBar

        ClinicMark {
            id: mark

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.length(64)
            height: width
            source: root.shell.logo
        }

        Words {
            anchors.left: mark.right
            anchors.leftMargin: Theme.staffGap
            anchors.right: clock.left
            anchors.rightMargin: Theme.staffMargin
            anchors.verticalCenter: parent.verticalCenter
            text: root.shell.clinicName
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.semibold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }

        Words {
            id: clock

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.shell.clock
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.semibold
            wrapMode: Text.NoWrap
        }
    }

    Loader {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.staffBar + Theme.staffMargin * 2.4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.staffMargin
        width: Math.min(parent.width - 2 * Theme.staffMargin, Theme.length(1080))
        focus: true
        sourceComponent: root.screen.chosen ? pin : who
        onLoaded: (item as Item).forceActiveFocus()
    }

    Component {
        id: who

        FocusScope {
            Words {
                id: title

                anchors.left: parent.left
                anchors.right: parent.right
                text: qsTr("Who are you?")
                font.pixelSize: Theme.staffDisplay
                font.weight: Theme.heavy
                Accessible.role: Accessible.Heading
            }

            StaffField {
                id: search

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: title.bottom
                anchors.topMargin: Theme.staffGap
                focus: true
                labelled: false
                name: qsTr("Your name")
                hint: qsTr("Type your name, or choose it below")
                glyph: Icons.search
                text: root.screen.query
                onEdited: text => root.screen.search(text)
                onAccepted: root.screen.chooseFirst()
                Keys.onDownPressed: names.forceActiveFocus()
            }

            Words {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: search.bottom
                anchors.topMargin: Theme.staffMargin
                visible: root.screen.nobody
                text: root.screen.query === "" ? qsTr("Nobody can sign in at this desk yet. An administrator adds people who work here.") : qsTr("Nobody of that name works here.")
                color: Theme.softInk
                font.pixelSize: Theme.staffBody
            }

            GridView {
                id: names

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.rightMargin: -Theme.staffGap
                anchors.top: search.bottom
                anchors.topMargin: Theme.staffMargin
                anchors.bottom: parent.bottom
                cellWidth: Math.floor(width / 3)
                cellHeight: Theme.length(120) + Theme.staffGap
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                keyNavigationEnabled: true
                model: root.screen.tiles

                delegate: Item {
                    id: cell

                    required property int key
                    required property string name
                    required property string role

                    width: names.cellWidth
                    height: names.cellHeight

                    ListRow {
                        id: tile

                        width: parent.width - Theme.staffGap
                        height: parent.height - Theme.staffGap
                        name: cell.name
                        focus: true
                        onAct: root.screen.choose(cell.key)

                        Column {
                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            spacing: Theme.length(4)

                            Words {
                                width: parent.width
                                text: cell.name
                                font.pixelSize: Theme.staffBody
                                font.weight: Theme.semibold
                                elide: Text.ElideRight
                                wrapMode: Text.NoWrap
                                Accessible.ignored: true
                            }

                            Words {
                                width: parent.width
                                text: Sections.role(cell.role)
                                color: Theme.softInk
                                font.pixelSize: Theme.staffNote
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
    }

    Component {
        id: pin

        FocusScope {
            id: scope

            Keys.onPressed: event => {
                if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9 || event.text.length === 1 && event.text >= "0" && event.text <= "9") {
                    root.screen.press(event.text);
                    event.accepted = true;
                }
            }
            Keys.onReturnPressed: root.screen.submit()
            Keys.onEnterPressed: root.screen.submit()
            Keys.onEscapePressed: root.screen.back()
            Keys.onBackPressed: root.screen.back()
            Keys.onDeletePressed: root.screen.erase()

            Item {
                anchors.fill: parent
                focus: true
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Backspace) {
                        root.screen.erase();
                        event.accepted = true;
                    }
                }
            }

            Column {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.top: parent.top
                width: Theme.length(560)
                spacing: Theme.staffGap

                Words {
                    width: parent.width
                    text: root.screen.chosenName
                    font.pixelSize: Theme.staffDisplay
                    font.weight: Theme.heavy
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.role: Accessible.Heading
                }

                Words {
                    width: parent.width
                    text: qsTr("Your PIN")
                    color: Theme.softInk
                    font.pixelSize: Theme.staffBody
                    horizontalAlignment: Text.AlignHCenter
                }

                Rectangle {
                    width: parent.width
                    height: Theme.staffRow
                    radius: Theme.staffRadius
                    color: Theme.surface
                    border.width: Theme.staffFocus
                    border.color: root.screen.problem === "" ? Theme.primary : Theme.alert
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%n digits typed", "", root.screen.digits)

                    Row {
                        anchors.centerIn: parent
                        spacing: Theme.length(14)

                        Repeater {
                            model: root.screen.digits

                            Rectangle {
                                width: Theme.length(20)
                                height: width
                                radius: width / 2
                                color: Theme.ink
                            }
                        }
                    }

                    Words {
                        anchors.centerIn: parent
                        visible: root.screen.busy
                        text: qsTr("Checking…")
                        color: Theme.softInk
                        font.pixelSize: Theme.staffBody
                    }
                }

                Item {
                    width: parent.width
                    height: Math.max(wrong.implicitHeight, Theme.length(64))

                    Words {
                        id: wrong

                        width: parent.width
                        text: root.problem()
                        color: Theme.alert
                        font.pixelSize: Theme.staffLabel
                        horizontalAlignment: Text.AlignHCenter
                        Accessible.role: Accessible.AlertMessage
                    }
                }

                Grid {
                    id: pad

                    readonly property real side: (width - 2 * spacing) / 3

                    width: parent.width
                    columns: 3
                    spacing: Theme.length(12)
                    LayoutMirroring.enabled: false
                    LayoutMirroring.childrenInherit: true

                    Repeater {
                        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                        StaffButton {
                            required property string modelData

                            width: pad.side
                            height: Theme.length(76)
                            activeFocusOnTab: false
                            name: modelData
                            onAct: root.screen.press(modelData)
                        }
                    }

                    StaffButton {
                        width: pad.side
                        height: Theme.length(76)
                        activeFocusOnTab: false
                        quiet: true
                        name: qsTr("Erase")
                        onAct: root.screen.erase()
                    }

                    StaffButton {
                        width: pad.side
                        height: Theme.length(76)
                        activeFocusOnTab: false
                        name: "0"
                        onAct: root.screen.press("0")
                    }
                }

                Item {
                    width: parent.width
                    height: Theme.length(76)

                    StaffButton {
                        anchors.left: parent.left
                        width: (parent.width - Theme.staffGap) * 0.45
                        height: parent.height
                        name: qsTr("Not me")
                        keys: "Esc"
                        onAct: root.screen.back()
                    }

                    StaffButton {
                        anchors.right: parent.right
                        width: (parent.width - Theme.staffGap) * 0.55
                        height: parent.height
                        primary: true
                        enabled: root.screen.digits > 0 && !root.screen.busy
                        name: qsTr("Sign in")
                        keys: "↵"
                        onAct: root.screen.submit()
                    }
                }
            }
        }
    }
}
