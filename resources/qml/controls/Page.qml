pragma ComponentBehavior: Bound

import QtQuick

// The frame of every page but Home: a question, what was typed, the controls, and the ways back and on. Upright the
// controls stand under the question, wide beside it; lowered they stand in the lower half. What does not fit scrolls.
FocusScope {
    id: root

    property string title: ""
    property string lead: ""
    property string problem: ""
    property bool problemShown: false
    property int step: 0
    property int steps: 0
    property bool busy: false
    property string backName: qsTr("Back")
    property bool backShown: true
    property string primaryName: ""
    property string primaryGlyph: ""
    property bool primaryEnabled: true
    property bool festive: false
    property bool centred: false
    property bool lowers: true
    property string emblem: ""
    property real titleSize: Theme.title
    property alias crown: crowned.data
    property real headTop: Theme.top
    // Where the controls begin beside the question.
    property real bodyTop: Theme.top
    property real bodyGap: Theme.length(Theme.wide ? 28 : 44)
    property alias display: displayed.data
    default property alias controls: body.data
    readonly property real room: flick.height
    // Larger text leaves the room above the controls to what was typed.
    readonly property bool leadYields: Theme.largerText && displayed.children.length > 0
    readonly property real inner: width - 2 * Theme.margin
    readonly property color ink: festive ? Theme.inkOnFestive : Theme.ink

    signal goBack
    signal goOn

    focus: true
    Keys.onReturnPressed: if (root.primaryEnabled && root.primaryName !== "") root.goOn()
    Keys.onEnterPressed: if (root.primaryEnabled && root.primaryName !== "") root.goOn()

    Rectangle {
        anchors.fill: parent
        color: root.festive ? Theme.festive : Theme.paper
    }

    Progress {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.topMargin
        width: Theme.wide ? root.inner * 0.42 : root.inner - Theme.length(300)
        height: Theme.length(60)
        step: root.step
        steps: root.steps
    }

    Item {
        id: crowned

        x: Theme.margin
        y: Theme.topMargin
        width: root.inner
        height: Theme.length(72)
    }

    Flickable {
        id: headFlick

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.headTop
        width: Theme.wide && !root.centred ? root.inner * 0.42 : root.inner
        height: Math.min(head.implicitHeight, Theme.wide && !root.centred ? footer.y - y + (root.backShown ? -Theme.grid : footer.height) : (footer.y - y) * 0.62)
        contentHeight: head.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        // Where there is no room for both, what was typed matters more than the question.
        onContentHeightChanged: contentY = root.problemShown ? Math.max(0, contentHeight - height) : 0

        Column {
            id: head

            width: parent.width
            spacing: Theme.length(28)

            // As wide as the column: only what is anchored is mirrored, and a Column places its children itself.
            Item {
                visible: root.emblem !== ""
                width: parent.width
                height: emblem.height

                Rectangle {
                    id: emblem

                    anchors.left: parent.left
                    width: Theme.length(168)
                    height: width
                    radius: Theme.tileRadius
                    color: Theme.tint

                    Icon {
                        anchors.centerIn: parent
                        text: root.emblem
                        font.pixelSize: Theme.length(88)
                    }
                }
            }

            Words {
                width: parent.width
                visible: text !== ""
                text: root.title
                color: root.ink
                font.pixelSize: root.titleSize
                font.weight: Theme.heavy
                lineHeight: Theme.titleLeading
                horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
                Accessible.role: Accessible.Heading
            }

            // The sentence takes the lead's place, and there is room for either, so that no control moves when it comes.
            Item {
                readonly property real leadHeight: lead.text === "" || root.leadYields ? 0 : lead.implicitHeight
                readonly property real problemHeight: root.problemShown || root.problem !== "" && !root.leadYields ? problem.implicitHeight : 0

                width: parent.width
                height: Math.max(leadHeight, problemHeight)
                visible: height > 0

                Words {
                    id: lead

                    width: parent.width
                    visible: text !== "" && !root.problemShown && !root.leadYields
                    text: root.lead
                    color: root.festive ? Theme.softInkOnFestive : Theme.softInk
                    horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
                }

                Sentence {
                    id: problem

                    anchors.fill: parent
                    visible: root.problemShown
                    text: root.problem
                }
            }

            Item {
                id: displayed

                width: parent.width
                visible: children.length > 0
                implicitHeight: childrenRect.height
            }
        }
    }

    Flickable {
        id: flick

        readonly property real end: footer.y - Theme.grid * 1.5
        readonly property real half: Theme.wide ? end - body.implicitHeight : root.height / 2
        readonly property real start: Theme.wide && !root.centred ? root.bodyTop : headFlick.y + headFlick.height + root.bodyGap

        x: Theme.wide && !root.centred && !Theme.rightToLeft ? Theme.margin + root.inner * 0.48 : Theme.margin
        y: Theme.lowered && root.lowers ? Math.max(start, half) : start
        width: Theme.wide && !root.centred ? root.inner * 0.52 : root.inner
        height: end - y
        contentHeight: body.implicitHeight + (root.leadYields ? Theme.gap + hint.implicitHeight : 0)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1
        clip: interactive

        Column {
            id: body

            width: flick.width
            spacing: Theme.gap
        }

        Words {
            id: hint

            anchors.top: body.bottom
            anchors.topMargin: Theme.gap
            width: parent.width
            visible: root.leadYields && root.lead !== ""
            text: root.lead
            color: Theme.softInk
        }
    }

    Rectangle {
        visible: flick.interactive
        x: Theme.rightToLeft ? flick.x - Theme.length(30) : flick.x + flick.width + Theme.length(14)
        y: flick.y + flick.visibleArea.yPosition * flick.height
        width: Theme.length(16)
        height: flick.visibleArea.heightRatio * flick.height
        radius: width / 2
        color: Theme.line
    }

    Item {
        id: footer

        readonly property bool alone: !root.backShown || root.primaryName === ""
        readonly property real share: root.backShown ? Math.round((root.inner - Theme.gap) * (Theme.wide ? 0.26 : 0.36)) : 0

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        y: root.height - Theme.bottom - Theme.length(Theme.wide ? 16 : 28) - height
        height: Math.max(backButton.visible ? backButton.implicitHeight : 0, primaryButton.visible ? primaryButton.implicitHeight : 0)

        BigButton {
            id: backButton

            anchors.left: parent.left
            width: footer.share
            height: parent.height
            visible: root.backShown
            name: root.backName
            glyph: root.backName === qsTr("Back") ? Icons.arrowLeft : ""
            glyphLeads: true
            glyphMirrors: true
            festive: root.festive
            onAct: root.goBack()
        }

        BigButton {
            id: primaryButton

            anchors.right: parent.right
            width: Theme.wide ? root.inner * 0.52 : root.backShown ? root.inner - footer.share - Theme.gap : root.inner
            height: parent.height
            visible: root.primaryName !== ""
            enabled: root.primaryEnabled
            primary: true
            festive: root.festive
            name: root.primaryName
            glyph: root.primaryGlyph
            glyphMirrors: root.primaryGlyph === Icons.chevronRight
            onAct: root.goOn()
        }
    }
}
