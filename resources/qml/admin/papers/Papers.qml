pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"
import ".."

// A paper's template, and beside it what it makes: drawn by the program that prints it.
AdminPage {
    id: root

    required property PapersSection screen
    readonly property string mistake: screen.wrong === "" ? "" : PaperWords.mistake(screen.wrong, screen.wrongBlock, screen.wrongValues)

    title: qsTr("What is on our papers")
    lead: qsTr("Change the words or the order on the left; the paper is drawn on the right, with values that are made up.")

    actions: [
        StaffButton {
            visible: root.screen.waits && !root.screen.changed
            name: qsTr("Start again now")
            glyph: Icons.rotateCcw
            onAct: root.screen.restart()
        },
        StaffButton {
            visible: root.screen.state === "own" || root.screen.state === "wrong"
            name: qsTr("Take the program's own")
            glyph: Icons.rotateCcw
            onAct: root.screen.beginAgain()
        },
        StaffButton {
            name: qsTr("Keep it")
            glyph: Icons.check
            primary: true
            enabled: root.screen.changed && root.screen.wrong === ""
            onAct: root.screen.save()
        }
    ]

    Flow {
        id: kinds

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.length(8)

        Repeater {
            model: root.screen.papers

            ListRow {
                id: kind

                required property string key
                required property string standing

                width: called.implicitWidth + 2 * Theme.length(30)
                implicitHeight: Theme.staffTarget
                focus: checked
                role: Accessible.RadioButton
                checkable: true
                checked: root.screen.chosen === kind.key
                chosen: checked
                name: PaperWords.kind(kind.key)
                Accessible.description: PaperWords.state(kind.standing)
                onAct: root.screen.choose(kind.key)

                Words {
                    id: called

                    anchors.centerIn: parent
                    text: kind.name
                    font.pixelSize: Theme.staffLabel
                    font.weight: kind.checked ? Theme.semibold : Theme.regular
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }

    Column {
        id: said

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: kinds.bottom
        anchors.topMargin: Theme.staffGap
        spacing: Theme.length(8)

        Said {
            width: parent.width
            problem: AdminWords.problem(root.screen.problem)
            told: root.screen.told === "saved" ? qsTr("Kept. It is printed so when the program starts again.") : ""
        }

        Mark {
            width: parent.width
            visible: root.screen.state !== ""
            mark: root.screen.state === "wrong" ? "bad" : root.screen.state === "own" ? "good" : "plain"
            words: PaperWords.state(root.screen.state)
        }
    }

    TextBox {
        id: editor

        anchors.left: parent.left
        anchors.top: said.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: wrong.visible ? wrong.top : parent.bottom
        anchors.bottomMargin: wrong.visible ? Theme.staffGap : 0
        width: Math.round((parent.width - Theme.staffMargin) * 0.52)
        name: qsTr("Template")
        problem: root.mistake
        text: root.screen.source
        fontSize: Theme.staffLabel
        alwaysFromLeft: true
        onEdited: text => root.screen.type(text)
    }

    Said {
        id: wrong

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: editor.width
        problem: root.mistake
    }

    Flow {
        id: tongues

        anchors.left: editor.right
        anchors.leftMargin: Theme.staffMargin
        anchors.right: parent.right
        anchors.top: said.bottom
        anchors.topMargin: Theme.staffGap
        spacing: Theme.length(8)

        Repeater {
            model: root.screen.languages

            ListRow {
                id: tongue

                required property string code
                required property string ownName

                width: own.implicitWidth + 2 * Theme.length(20)
                implicitHeight: Theme.length(52)
                role: Accessible.RadioButton
                checkable: true
                checked: root.screen.language === tongue.code
                chosen: checked
                name: tongue.ownName
                onAct: root.screen.speak(tongue.code)

                Words {
                    id: own

                    anchors.centerIn: parent
                    text: tongue.ownName
                    font.pixelSize: Theme.staffNote
                    wrapMode: Text.NoWrap
                    lineHeight: 1
                    Accessible.ignored: true
                }
            }
        }
    }

    Rectangle {
        anchors.left: tongues.left
        anchors.right: parent.right
        anchors.top: tongues.bottom
        anchors.topMargin: Theme.staffGap
        anchors.bottom: parent.bottom
        radius: Theme.staffRadius
        color: Theme.quietLine
        clip: true

        Flickable {
            id: paper

            anchors.fill: parent
            anchors.margins: Theme.length(18)
            contentHeight: picture.height
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Image {
                id: picture

                anchors.horizontalCenter: parent?.horizontalCenter
                width: Math.min(paper.width, implicitWidth)
                height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : 0
                source: root.screen.picture
                opacity: root.screen.wrong === "" ? 1 : 0.4
                smooth: true
                mipmap: true
                cache: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The paper as it would be printed")
            }
        }
    }
}
