pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import ".."

// A plan before it is made: its figures and where they are from, its times, and what becomes of each day.
Flickable {
    id: root

    required property TemplatesSection screen

    function scroll(by: real): void {
        root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, root.contentY + by));
    }

    contentHeight: list.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: root.contentHeight > root.height
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("The plan")
    Keys.onUpPressed: root.scroll(-Theme.staffRow)
    Keys.onDownPressed: root.scroll(Theme.staffRow)
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_PageUp && event.key !== Qt.Key_PageDown)
            return;
        root.scroll(event.key === Qt.Key_PageUp ? -root.height : root.height);
        event.accepted = true;
    }

    Column {
        id: list

        width: root.width
        spacing: Theme.staffGap

        Words {
            width: parent.width
            visible: !root.screen.planned
            text: root.screen.nobodyHere ? qsTr("No doctor works at this place yet. Add one under Staff.") : qsTr("Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.")
            color: Theme.softInk
            font.pixelSize: Theme.staffBody
        }

        Rectangle {
            width: parent.width
            height: facts.implicitHeight + 2 * Theme.length(18)
            visible: root.screen.planned
            radius: Theme.staffRadius
            color: Theme.surface
            border.width: Theme.staffStroke
            border.color: Theme.quietLine

            Column {
                id: facts

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.length(22)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.staffGap

                Row {
                    id: figures

                    width: parent.width
                    spacing: Theme.staffGap

                    readonly property real each: Math.floor((width - 3 * spacing) / 4)

                    Fact {
                        width: figures.each
                        label: qsTr("People")
                        value: String(root.screen.people)
                    }

                    Fact {
                        width: figures.each
                        label: qsTr("One every")
                        value: qsTr("%1 min").arg(Theme.isolated(root.screen.interval))
                    }

                    Fact {
                        width: figures.each
                        label: qsTr("Mean visit")
                        value: qsTr("%1 min").arg(Theme.isolated(root.screen.mean))
                    }

                    Fact {
                        width: figures.each
                        label: qsTr("Don't come")
                        value: qsTr("%1 %").arg(Theme.isolated(root.screen.noShow))
                    }
                }

                Words {
                    width: parent.width
                    text: TemplateWords.mean(root.screen.meanFrom) + " " + TemplateWords.noShow(root.screen.noShowFrom, root.screen.leastSettled, root.screen.historyDays)
                    color: Theme.softInk
                    font.pixelSize: Theme.staffNote
                }
            }
        }

        Words {
            width: parent.width
            visible: root.screen.planned
            text: qsTr("Times of a session")
            font.pixelSize: Theme.staffBody
            font.weight: Theme.semibold
            Accessible.role: Accessible.Heading
        }

        // A step in from where the view ends, which would cut an edge that lies between two pixels.
        Flow {
            x: 1
            width: parent.width - 2
            visible: root.screen.planned
            spacing: Theme.length(8)

            Repeater {
                model: root.screen.times

                Rectangle {
                    id: one

                    required property string key
                    required property int seats

                    width: at.implicitWidth + 2 * Theme.length(14)
                    height: at.implicitHeight + 2 * Theme.length(8)
                    radius: Theme.length(10)
                    color: one.seats > 1 ? Theme.tint : Theme.surface
                    border.width: Theme.staffStroke
                    border.color: Theme.quietLine

                    Words {
                        id: at

                        anchors.centerIn: parent
                        text: one.seats > 1 ? Theme.isolated(one.key + " × " + one.seats) : Theme.isolated(one.key)
                        font.pixelSize: Theme.staffLabel
                        font.weight: one.seats > 1 ? Theme.semibold : Theme.regular
                        wrapMode: Text.NoWrap
                        lineHeight: 1
                        Accessible.name: qsTr("%1, %n people", "", one.seats).arg(one.key)
                    }
                }
            }
        }

        Words {
            width: parent.width
            bottomPadding: Theme.length(8)
            visible: root.screen.planned
            text: root.screen.staying === 0 ? qsTr("%n days get them", "", root.screen.changing) : qsTr("%1, %2").arg(qsTr("%n days get them", "", root.screen.changing)).arg(qsTr("%n days stay as they are", "", root.screen.staying))
            font.pixelSize: Theme.staffBody
            font.weight: Theme.semibold
            Accessible.role: Accessible.Heading
        }

        Column {
            width: parent.width
            spacing: Theme.length(8)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What becomes of each day")

            Repeater {
                model: root.screen.days

            Rectangle {
                    id: line

                    required property string key
                    required property string weekday
                    required property string day
                    required property string why
                    required property int removed
                    required property int booked
                    required property int kept

                    readonly property string becomes: TemplateWords.why(line.why)
                    readonly property string gives: line.removed === 0 ? "" : qsTr("%n of its hours give way", "", line.removed)
                    readonly property string people: TemplateWords.booked(line.booked, line.kept)
    
                    width: parent ? parent.width : 0
                    height: Math.max(Theme.staffTarget, Math.max(called.implicitHeight, told.implicitHeight) + 2 * Theme.length(12))
                    radius: Theme.staffRadius
                    color: line.why === "" ? Theme.surface : "transparent"
                    border.width: Theme.staffStroke
                    border.color: Theme.quietLine
                    Accessible.role: Accessible.ListItem
                    Accessible.name: [line.weekday, line.day, line.becomes, line.gives, line.people].filter(text => text !== "").join(", ")

                    Column {
                        id: called

                        anchors.left: parent.left
                        anchors.leftMargin: Theme.length(22)
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.length(240)

                        Words {
                            width: parent.width
                            text: line.weekday
                            font.pixelSize: Theme.staffLabel
                            font.weight: Theme.semibold
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }

                        Words {
                            width: parent.width
                            text: Theme.isolated(line.day)
                            color: Theme.softInk
                            font.pixelSize: Theme.staffNote
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }
                    }

                    Column {
                        id: told

                        anchors.left: called.right
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.length(22)
                        anchors.verticalCenter: parent.verticalCenter

                        Mark {
                            width: parent.width
                            mark: line.why === "" ? "good" : "none"
                            words: line.becomes
                        }

                        Words {
                            width: parent.width
                            visible: text !== ""
                            text: [line.gives, line.people].filter(text => text !== "").join(" · ")
                            color: Theme.softInk
                            font.pixelSize: Theme.staffNote
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }

    // Where somebody moves by keyboard.
    Rectangle {
        parent: root
        anchors.fill: parent
        visible: root.activeFocus && Theme.showFocus
        color: "transparent"
        radius: Theme.staffRadius
        border.width: Theme.staffFocus
        border.color: Theme.focus
    }
}
