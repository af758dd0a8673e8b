pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// The settings of this machine: the list, and the one that is being changed beside it.
AdminPage {
    id: root

    required property SettingsSection screen
    readonly property bool choosing: root.screen.valueKind === "choice" || root.screen.valueKind === "yes_no"

    function shown(value: string, kind: string): string {
        if (value === "")
            return qsTr("not set");
        return kind === "choice" || kind === "yes_no" ? AdminWords.option(value) : value;
    }

    title: qsTr("Settings of this machine")
    lead: root.screen.waiting > 0 ? qsTr("%n changes take effect when the program starts again.", "", root.screen.waiting) : qsTr("Each change is checked before it is kept, and takes effect when the program starts again.")

    actions: StaffButton {
        visible: root.screen.waiting > 0
        name: qsTr("Start again now")
        glyph: Icons.rotateCcw
        primary: true
        onAct: root.screen.restart()
    }

    ListView {
        id: list

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffGap
        focus: true
        clip: true
        spacing: Theme.length(6)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        model: root.screen.lines
        Accessible.role: Accessible.List
        Accessible.name: root.title

        delegate: ListRow {
            id: row

            required property string key
            required property string value
            required property string kind
            required property string source
            required property bool waits

            width: ListView.view.width
            implicitHeight: Math.max(Theme.staffTarget, told.implicitHeight + Theme.length(20))
            focus: true
            name: SettingWords.name(row.key) + ": " + root.shown(row.value, row.kind)
            chosen: root.screen.chosen === row.key
            onAct: root.screen.choose(row.key)

            Row {
                id: told

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                spacing: Theme.staffGap

                Words {
                    width: (parent.width - Theme.staffGap) * 0.5
                    anchors.verticalCenter: parent.verticalCenter
                    text: SettingWords.name(row.key)
                    font.pixelSize: Theme.staffLabel
                    font.weight: Theme.semibold
                    lineHeight: Theme.tightLeading
                    Accessible.ignored: true
                }

                Words {
                    width: (parent.width - Theme.staffGap) * 0.5
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.waits ? qsTr("%1 · from the next start").arg(root.shown(row.value, row.kind)) : root.shown(row.value, row.kind)
                    color: row.waits ? Theme.warning : row.value === "" ? Theme.softInk : Theme.ink
                    font.pixelSize: Theme.staffLabel
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    lineHeight: Theme.tightLeading
                    Accessible.ignored: true
                }
            }
        }
    }

    StaffPanel {
        id: panel

        anchors.right: parent.right
        anchors.rightMargin: -Theme.staffMargin
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.staffMargin
        width: Theme.staffSide
        empty: root.screen.chosen === "" ? qsTr("Choose a setting to change it.") : ""

        Words {
            width: parent.width
            text: SettingWords.name(root.screen.chosen)
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            Accessible.role: Accessible.Heading
        }

        Words {
            width: parent.width
            text: SettingWords.source(root.screen.source)
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
            lineHeight: Theme.tightLeading
        }

        Column {
            width: parent.width
            visible: root.choosing
            spacing: Theme.length(8)

            Repeater {
                model: root.screen.options

                ListRow {
                    id: option

                    required property string key

                    width: parent ? parent.width : 0
                    implicitHeight: Theme.staffTarget
                    enabled: !root.screen.fixed
                    role: Accessible.RadioButton
                    checkable: true
                    checked: root.screen.typed === option.key
                    chosen: checked
                    name: AdminWords.option(option.key)
                    onAct: root.screen.type(option.key)

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        text: option.name
                        font.pixelSize: Theme.staffBody
                        font.weight: option.checked ? Theme.semibold : Theme.regular
                        lineHeight: Theme.tightLeading
                        Accessible.ignored: true
                    }
                }
            }
        }

        StaffField {
            width: parent.width
            visible: !root.choosing
            enabled: !root.screen.fixed
            name: qsTr("New value")
            most: 400
            text: root.screen.typed
            problem: root.screen.wrong === "wrong_value" ? AdminWords.problem("wrong_value") : ""
            onEdited: text => root.screen.type(text)
            onAccepted: root.screen.save()
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: SettingWords.hint(root.screen.valueKind, root.screen.lowest, root.screen.highest)
            color: Theme.softInk
            font.pixelSize: Theme.staffLabel
        }

        Said {
            width: parent.width
            problem: root.screen.fixed ? AdminWords.problem("won_over") : root.screen.wrong !== "wrong_value" || root.choosing ? AdminWords.problem(root.screen.wrong) : ""
        }

        footer: [
            StaffButton {
                width: parent.width
                name: qsTr("Keep it")
                glyph: Icons.check
                primary: true
                enabled: root.screen.changed && !root.screen.fixed
                onAct: root.screen.save()
            },
            StaffButton {
                width: parent.width
                name: qsTr("Close")
                glyph: Icons.x
                onAct: root.screen.cancel()
            }
        ]
    }
}
