pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// An encrypted copy of the records: kept on the left, tried and put back on the right.
AdminPage {
    id: root

    required property CopiesSection screen
    property bool asking: false
    readonly property bool isDoneHere: root.screen.told === "kept" || root.screen.chosen === "" && root.screen.told === "given_up"

    title: qsTr("Copies of the records")
    lead: qsTr("A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.")

    Flickable {
        id: left

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.round((parent.width - Theme.staffMargin) / 2)
        contentHeight: keeping.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: keeping

            width: left.width
            spacing: Theme.staffGap

            Words {
                width: parent.width
                text: qsTr("Keep a copy")
                font.pixelSize: Theme.staffBody * 1.15
                font.weight: Theme.heavy
                lineHeight: Theme.tightLeading
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                text: qsTr("Where to")
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
                lineHeight: Theme.tightLeading
            }

            Repeater {
                model: root.screen.folders

                ListRow {
                    id: place

                    required property string key

                    width: keeping.width
                    implicitHeight: Theme.staffTarget
                    enabled: !root.screen.running
                    role: Accessible.RadioButton
                    checkable: true
                    checked: root.screen.folder === place.key
                    chosen: checked
                    onAct: root.screen.chooseFolder(place.key)

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        text: place.name === place.key ? place.key : qsTr("%1 · %2").arg(place.name).arg(Theme.isolated(place.key))
                        font.pixelSize: Theme.staffLabel
                        font.weight: place.checked ? Theme.semibold : Theme.regular
                        wrapMode: Text.NoWrap
                        elide: Text.ElideMiddle
                        lineHeight: 1
                        Accessible.ignored: true
                    }
                }
            }

            StaffField {
                width: parent.width
                enabled: !root.screen.running
                name: qsTr("Passphrase: at least 12 characters")
                glyph: Icons.keyRound
                most: 200
                inputHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                text: root.screen.passphrase
                onEdited: text => root.screen.typePassphrase(text)
                onAccepted: root.screen.keep()
            }

            Words {
                width: parent.width
                visible: root.screen.invented
                text: qsTr("Write it down now, and keep it where the copy is not.")
                color: Theme.warning
                font.pixelSize: Theme.staffLabel
                font.weight: Theme.semibold
            }

            Row {
                spacing: Theme.staffGap

                StaffButton {
                    enabled: !root.screen.running
                    name: qsTr("Make one up")
                    glyph: Icons.refreshCw
                    onAct: root.screen.invent()
                }

                StaffButton {
                    primary: true
                    enabled: !root.screen.running && root.screen.passphrase !== "" && root.screen.folder !== ""
                    name: qsTr("Keep a copy")
                    glyph: Icons.hardDriveDownload
                    onAct: root.screen.keep()
                }
            }

            ErrandBar {
                width: parent.width
                visible: root.screen.running && root.screen.chosen === ""
                words: root.screen.percent < 70 ? qsTr("Copying: %1 %").arg(root.screen.percent) : qsTr("Trying the copy: %1 %").arg(root.screen.percent)
                percent: root.screen.percent
                onGiveUp: root.screen.giveUp()
            }

            Said {
                width: parent.width
                problem: root.screen.chosen === "" ? AdminWords.problem(root.screen.problem) : ""
                told: root.screen.told === "kept" ? qsTr("Kept and tried: %1 patients, %2 appointments, %3.").arg(root.screen.patients).arg(root.screen.appointments).arg(root.screen.size) : root.isDoneHere ? qsTr("Stopped. Nothing was kept.") : ""
            }
        }
    }

    Rectangle {
        id: between

        anchors.left: left.right
        anchors.leftMargin: Theme.staffMargin / 2
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.staffStroke
        color: Theme.quietLine
    }

    Flickable {
        id: right

        anchors.left: between.right
        anchors.leftMargin: Theme.staffMargin / 2
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        contentHeight: putting.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: putting

            width: right.width
            spacing: Theme.staffGap

            Words {
                width: parent.width
                text: qsTr("Put a copy back")
                font.pixelSize: Theme.staffBody * 1.15
                font.weight: Theme.heavy
                lineHeight: Theme.tightLeading
                Accessible.role: Accessible.Heading
            }

            Words {
                width: parent.width
                visible: root.screen.nothingThere
                text: qsTr("No copy lies in that place. Put a stick in, or choose another place on the left.")
                color: Theme.softInk
                font.pixelSize: Theme.staffLabel
            }

            Repeater {
                model: root.screen.copies

                ListRow {
                    id: copy

                    required property string key
                    required property string when
                    required property string size

                    width: putting.width
                    enabled: !root.screen.running
                    role: Accessible.RadioButton
                    checkable: true
                    checked: root.screen.chosen === copy.key
                    chosen: checked
                    onAct: root.screen.choose(copy.key)

                    Column {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter

                        Words {
                            width: parent.width
                            text: qsTr("%1 · %2").arg(copy.when).arg(copy.size)
                            font.pixelSize: Theme.staffLabel
                            font.weight: Theme.semibold
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }

                        Words {
                            width: parent.width
                            text: Theme.isolated(copy.name)
                            color: Theme.softInk
                            font.pixelSize: Theme.staffNote
                            wrapMode: Text.NoWrap
                            elide: Text.ElideMiddle
                            lineHeight: Theme.tightLeading
                            Accessible.ignored: true
                        }
                    }
                }
            }

            StaffField {
                width: parent.width
                visible: root.screen.chosen !== "" && !root.screen.ready
                enabled: !root.screen.running
                name: qsTr("Passphrase of this copy")
                glyph: Icons.keyRound
                most: 200
                inputHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                text: root.screen.opening
                onEdited: text => root.screen.typeOpening(text)
                onAccepted: root.screen.tryOut()
            }

            ErrandBar {
                width: parent.width
                visible: root.screen.running && root.screen.chosen !== ""
                words: qsTr("Reading the copy: %1 %").arg(root.screen.percent)
                percent: root.screen.percent
                onGiveUp: root.screen.giveUp()
            }

            Said {
                width: parent.width
                problem: root.screen.chosen !== "" ? AdminWords.problem(root.screen.problem) : ""
                told: root.screen.chosen === "" ? "" : root.screen.told === "given_up" ? qsTr("Stopped. Nothing was changed.") : root.screen.ready ? qsTr("It lies ready. Start again, and this machine goes on with it; what stands here now is kept.") : root.screen.tried ? qsTr("The copy is whole: %1, made %2, %3 patients, %4 appointments.").arg(root.screen.madeOf).arg(root.screen.madeAt).arg(root.screen.patients).arg(root.screen.appointments) : ""
            }

            Row {
                visible: root.screen.chosen !== "" && !root.screen.ready
                spacing: Theme.staffGap

                StaffButton {
                    enabled: !root.screen.running && root.screen.opening !== ""
                    primary: !root.screen.tried
                    name: qsTr("Try this copy")
                    glyph: Icons.shieldCheck
                    onAct: root.screen.tryOut()
                }

                StaffButton {
                    visible: root.screen.tried
                    enabled: !root.screen.running
                    alert: true
                    name: qsTr("Put it back")
                    glyph: Icons.history
                    onAct: root.asking = true
                }
            }

            StaffButton {
                visible: root.screen.ready
                primary: true
                name: qsTr("Start again now")
                glyph: Icons.rotateCcw
                onAct: root.screen.restart()
            }
        }
    }

    overlay: Loader {
        anchors.fill: parent
        active: root.asking

        sourceComponent: StaffDialog {
            title: qsTr("Put this copy back?")
            more: qsTr("This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.").arg(root.screen.madeAt)
            yesName: qsTr("Yes, put it back")
            noName: qsTr("Cancel")
            onYes: {
                root.asking = false;
                root.screen.putBack();
            }
            onNo: root.asking = false
        }
        onLoaded: (item as Item).forceActiveFocus()
    }
}
