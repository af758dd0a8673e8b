pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// The clinic's colour, picture and first language, tried beside a preview before they are kept.
AdminPage {
    id: root

    required property LookSection screen

    title: qsTr("How our screens look")
    lead: qsTr("Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.")

    actions: StaffButton {
        name: qsTr("Keep it")
        glyph: Icons.check
        primary: true
        enabled: root.screen.changed
        onAct: root.screen.save()
    }

    Flickable {
        id: left

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Math.round((parent.width - Theme.staffMargin) * 0.52)
        contentHeight: form.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: form

            width: left.width
            spacing: Theme.staffGap

            Said {
                width: parent.width
                problem: AdminWords.problem(root.screen.problem)
                told: root.screen.told === "saved" ? qsTr("Kept. This window shows it already; other screens of this machine do when they start again.") : ""
            }

            StaffField {
                width: parent.width
                focus: true
                name: qsTr("Our colour, as # and six signs")
                hint: qsTr("Nothing: the program's own")
                glyph: Icons.palette
                most: 9
                text: root.screen.colour
                problem: !root.screen.isColour ? qsTr("That is no colour. One is #084F56.") : !root.screen.standsOut ? qsTr("Words stand out only %1 to 1 on it. Take a darker one.").arg(root.screen.ratio) : ""
                onEdited: text => root.screen.typeColour(text)
            }

            Flow {
                width: parent.width
                spacing: Theme.length(12)

                Repeater {
                    model: ["", "#1B3A6B", "#5B1E5A", "#7A1F2B", "#1E4620", "#3D2C16", "#2F3E46"]

                    Pressable {
                        id: swatch

                        required property string modelData

                        width: Theme.staffTarget
                        height: width
                        radius: width / 2
                        role: Accessible.RadioButton
                        checkable: true
                        checked: root.screen.colour === swatch.modelData
                        name: swatch.modelData === "" ? qsTr("The program's own colour") : swatch.modelData
                        onAct: root.screen.typeColour(swatch.modelData)

                        Rectangle {
                            anchors.fill: parent
                            radius: parent.radius
                            color: swatch.modelData === "" ? Theme.ownPrimary : swatch.modelData
                            border.width: swatch.checked ? Theme.staffFocus : 0
                            border.color: Theme.focus
                        }

                        Icon {
                            anchors.centerIn: parent
                            visible: swatch.checked
                            text: Icons.check
                            font.pixelSize: Theme.staffIcon
                            color: Theme.qrGround
                        }
                    }
                }
            }

            StaffField {
                width: parent.width
                name: qsTr("Our picture: a PNG, JPEG or SVG file of this machine")
                hint: qsTr("Nothing: our sign")
                glyph: Icons.image
                most: 400
                text: root.screen.logo
                problem: root.screen.isPicture ? "" : qsTr("That is not a picture we can show.")
                onEdited: text => root.screen.typeLogo(text)
            }

            Words {
                width: parent.width
                text: qsTr("First language")
                color: Theme.softInk
                font.pixelSize: Theme.staffNote
                lineHeight: Theme.tightLeading
            }

            Flow {
                width: parent.width
                spacing: Theme.length(8)

                Repeater {
                    model: root.screen.languages

                    ListRow {
                        id: tongue

                        required property string code
                        required property string ownName

                        width: word.implicitWidth + 2 * Theme.length(30)
                        implicitHeight: Theme.staffTarget
                        role: Accessible.RadioButton
                        checkable: true
                        checked: root.screen.language === tongue.code
                        chosen: checked
                        name: tongue.ownName
                        onAct: root.screen.chooseLanguage(tongue.code)

                        Words {
                            id: word

                            anchors.centerIn: parent
                            text: tongue.ownName
                            font.pixelSize: Theme.staffLabel
                            wrapMode: Text.NoWrap
                            lineHeight: 1
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }

    // The preview stands on what was chosen, not on what is in force.
    Rectangle {
        id: preview

        anchors.left: left.right
        anchors.leftMargin: Theme.staffMargin
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.ceil(sample.implicitHeight + 2 * Theme.staffMargin)
        radius: Theme.staffRadius
        color: Theme.paper
        border.width: Theme.staffStroke
        border.color: Theme.line

        Column {
            id: sample

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.staffMargin
            spacing: Theme.staffGap

            Row {
                width: parent.width
                spacing: Theme.staffGap

                ClinicMark {
                    width: Theme.length(64)
                    height: width
                    source: root.screen.logoAddress
                    ground: root.screen.previewColour
                }

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - Theme.length(64) - parent.spacing
                    text: qsTr("Preview")
                    font.pixelSize: Theme.staffBody
                    font.weight: Theme.semibold
                    lineHeight: Theme.tightLeading
                }
            }

            Words {
                width: parent.width
                text: qsTr("Tell us you are here.")
                color: root.screen.previewColour
                font.pixelSize: Theme.staffDisplay
                font.weight: Theme.heavy
                lineHeight: Theme.titleLeading
            }

            Rectangle {
                width: parent.width
                height: Theme.length(110)
                radius: Theme.buttonRadius
                color: root.screen.previewColour

                Words {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.staffGap
                    text: qsTr("I have an appointment")
                    color: Theme.qrGround
                    font.pixelSize: Theme.staffTitle
                    font.weight: Theme.semibold
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: Theme.tightLeading
                }
            }

            Mark {
                width: parent.width
                mark: root.screen.standsOut && root.screen.isColour ? "good" : "bad"
                words: qsTr("Words stand out %1 to 1").arg(root.screen.ratio)
            }
        }
    }
}
