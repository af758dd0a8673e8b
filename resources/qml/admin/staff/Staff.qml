pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// Who works here, and the one who is being added or changed beside the list.
AdminPage {
    id: root

    required property ColleaguesSection screen

    title: qsTr("Who works here")
    lead: qsTr("People and what they may do are kept at the server, so changes need it.")

    actions: StaffButton {
        name: qsTr("Add somebody")
        glyph: Icons.userPlus
        primary: true
        onAct: root.screen.addNew()
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
        spacing: Theme.length(8)
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        model: root.screen.lines
        Accessible.role: Accessible.List
        Accessible.name: root.title

        delegate: ListRow {
            id: row

            required property int key
            required property string who
            required property string worksAs
            required property string place
            required property bool isActive

            width: ListView.view.width
            focus: true
            name: row.who + ", " + Sections.role(row.worksAs)
            chosen: root.screen.chosen === row.key
            onAct: root.screen.choose(row.key)

            Row {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                spacing: Theme.staffGap

                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    width: (parent.width - Theme.staffGap) * 0.55

                    Words {
                        width: parent.width
                        text: row.who
                        color: row.isActive ? Theme.ink : Theme.softInk
                        font.pixelSize: Theme.staffBody
                        font.weight: Theme.semibold
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        lineHeight: Theme.tightLeading
                        Accessible.ignored: true
                    }

                    Words {
                        width: parent.width
                        visible: text !== ""
                        text: row.place
                        color: Theme.softInk
                        font.pixelSize: Theme.staffNote
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                        lineHeight: Theme.tightLeading
                        Accessible.ignored: true
                    }
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: (parent.width - Theme.staffGap) * 0.45
                    text: row.isActive ? Sections.role(row.worksAs) : qsTr("%1 · let in no more").arg(Sections.role(row.worksAs))
                    color: row.isActive ? Theme.ink : Theme.alert
                    font.pixelSize: Theme.staffLabel
                    wrapMode: Text.NoWrap
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
        empty: root.screen.chosen === 0 ? qsTr("Choose somebody to change what is said of them.") : ""

        Words {
            width: parent.width
            text: root.screen.chosen < 0 ? qsTr("Somebody new") : root.screen.name
            font.pixelSize: Theme.staffTitle
            font.weight: Theme.heavy
            lineHeight: Theme.tightLeading
            elide: Text.ElideRight
            maximumLineCount: 2
            Accessible.role: Accessible.Heading
        }

        Rectangle {
            width: parent.width
            height: code.implicitHeight + 2 * Theme.length(16)
            visible: root.screen.code !== ""
            radius: Theme.staffRadius
            color: Theme.tint

            Column {
                id: code

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.length(16)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.length(6)

                Words {
                    width: parent.width
                    text: qsTr("Give them this code. It is shown only once, and with it they choose their password:")
                    font.pixelSize: Theme.staffNote
                }

                Words {
                    width: parent.width
                    text: Theme.isolated(root.screen.code)
                    font.pixelSize: Theme.staffTitle
                    font.weight: Theme.heavy
                    wrapMode: Text.WrapAnywhere
                }
            }
        }

        StaffField {
            width: parent.width
            name: qsTr("Name")
            text: root.screen.name
            onEdited: text => root.screen.typeName(text)
            onAccepted: root.screen.save()
        }

        Words {
            width: parent.width
            text: qsTr("Works as")
            color: Theme.softInk
            font.pixelSize: Theme.staffNote
            lineHeight: Theme.tightLeading
        }

        Grid {
            id: roles

            width: parent.width
            columns: 2
            spacing: Theme.length(8)

            Repeater {
                model: ["receptionist", "nurse", "doctor", "admin"]

                ListRow {
                    id: role

                    required property string modelData

                    width: (roles.width - roles.spacing) / 2
                    implicitHeight: Theme.staffTarget
                    role: Accessible.RadioButton
                    checkable: true
                    checked: root.screen.role === role.modelData
                    chosen: checked
                    name: Sections.role(role.modelData)
                    onAct: root.screen.chooseRole(role.modelData)

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        text: role.name
                        font.pixelSize: Theme.staffLabel
                        font.weight: role.checked ? Theme.semibold : Theme.regular
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                        lineHeight: 1
                        Accessible.ignored: true
                    }
                }
            }
        }

        StaffField {
            width: parent.width
            name: qsTr("Room")
            text: root.screen.room
            onEdited: text => root.screen.typeRoom(text)
            onAccepted: root.screen.save()
        }

        StaffField {
            width: parent.width
            visible: root.screen.role === "doctor"
            name: qsTr("Specialty")
            text: root.screen.specialty
            onEdited: text => root.screen.typeSpecialty(text)
            onAccepted: root.screen.save()
        }

        StaffField {
            width: parent.width
            name: qsTr("E-mail, with which they sign in")
            inputHints: Qt.ImhEmailCharactersOnly
            text: root.screen.email
            onEdited: text => root.screen.typeEmail(text)
            onAccepted: root.screen.save()
        }

        StaffField {
            width: parent.width
            visible: root.screen.chosen > 0 && root.screen.isActive
            name: qsTr("A PIN for them, of 6 digits or more")
            inputHints: Qt.ImhDigitsOnly
            text: root.screen.pin
            most: 12
            onEdited: text => root.screen.typePin(text)
            onAccepted: root.screen.givePin()
        }

        StaffButton {
            width: parent.width
            visible: root.screen.chosen > 0 && root.screen.isActive
            enabled: root.screen.pin.length >= 6 && !root.screen.busy
            name: qsTr("Let them sign in with this PIN")
            glyph: Icons.keyRound
            onAct: root.screen.givePin()
        }

        StaffButton {
            width: parent.width
            visible: root.screen.chosen > 0 && root.screen.isActive
            enabled: root.screen.email !== "" && !root.screen.busy
            name: qsTr("Let them choose a new password")
            glyph: Icons.keyRound
            onAct: root.screen.invite()
        }

        StaffButton {
            width: parent.width
            visible: root.screen.chosen > 0 && root.screen.isActive
            enabled: !root.screen.busy
            alert: true
            name: qsTr("Let them in no more")
            glyph: Icons.userX
            onAct: root.screen.askToDeactivate()
        }

        footer: [
            Said {
                width: parent.width
                problem: AdminWords.problem(root.screen.problem)
                told: root.screen.told === "saved" ? qsTr("Kept.") : root.screen.told === "pin_given" ? qsTr("They sign in at every desk with this PIN now. Desks that are cut off learn it later.") : ""
            },
            StaffButton {
                width: parent.width
                name: root.screen.busy ? qsTr("Asking the server …") : qsTr("Keep it")
                glyph: Icons.check
                primary: true
                enabled: root.screen.complete
                onAct: root.screen.save()
            },
            StaffButton {
                width: parent.width
                name: qsTr("Close")
                glyph: Icons.x
                onAct: root.screen.close()
            }
        ]
    }

    overlay: Loader {
        anchors.fill: parent
        active: root.screen.asking

        sourceComponent: StaffDialog {
            title: qsTr("Let %1 in no more?").arg(root.screen.name)
            more: qsTr("They are signed out everywhere within seconds. What they did stays theirs.")
            yesName: qsTr("Yes, let them in no more")
            noName: qsTr("Cancel")
            onYes: root.screen.deactivate()
            onNo: root.screen.keep()
        }
        onLoaded: (item as Item).forceActiveFocus()
    }
}
