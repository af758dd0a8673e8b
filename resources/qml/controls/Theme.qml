pragma Singleton

import QtQuick

// Every colour, size and duration of the screens (look.md). Lengths are drawn for a window of 1080 x 1920 and
// follow the real one; what a finger must hit follows the screen's millimetres as well.
QtObject {
    id: theme

    // What Main.qml binds.
    property real windowWidth: 1080
    property real windowHeight: 1920
    property real pixelsPerMm: 4
    property bool highContrast: false
    property bool largerText: false
    property bool lowered: false
    property bool still: false
    property bool showFocus: false
    property bool rightToLeft: false
    property string locale: "en_GB"
    // The clinic's own, checked to stand out 7:1 where it was set; empty for ours.
    property string primaryColour: ""
    // Address of the clinic's own picture; empty where it has none.
    property string logo: ""

    readonly property bool wide: windowWidth > windowHeight
    readonly property real unit: wide ? Math.min(windowWidth / 1440, windowHeight / 1080) : Math.min(windowWidth / 1080, windowHeight / 1920)
    readonly property real textScale: largerText ? 1.5 : 1

    // Type
    readonly property string family: "Atkinson Hyperlegible Next"
    readonly property string namesFamily: "Anteroom Names"
    readonly property string iconsFamily: "Anteroom Icons"
    readonly property int regular: 400
    readonly property int semibold: 600
    readonly property int heavy: 800
    readonly property real display: text(wide ? largerText ? 50 : 72 : largerText ? 72 : 92)
    readonly property real title: text(wide ? largerText ? 46 : 60 : largerText ? 56 : 72)
    readonly property real tile: text(wide ? 40 : 48)
    readonly property real body: text(44)
    readonly property real label: text(36)
    readonly property real caption: text(wide ? 30 : 33)
    readonly property real note: text(27)
    readonly property real ticketNumber: (wide ? 240 : 340) * unit
    readonly property real appointmentTime: text(wide ? 84 : 170)
    // Noto's Arabic lines stand far apart by themselves.
    readonly property real leading: rightToLeft ? 0.7 : 1.04
    readonly property real titleLeading: rightToLeft ? 0.66 : 0.88
    readonly property real tightLeading: rightToLeft ? 0.68 : 1

    // Colour
    readonly property color paper: highContrast ? "#000000" : "#F5F2EC"
    readonly property color surface: highContrast ? "#000000" : "#FFFFFF"
    readonly property color ink: highContrast ? "#FFE94A" : "#12292E"
    readonly property color softInk: highContrast ? "#FFF3A3" : "#3B535B"
    readonly property color line: highContrast ? "#FFE94A" : "#8A8678"
    readonly property color quietLine: highContrast ? "#6B6220" : "#D9D5CB"
    readonly property bool own: primaryColour === ""
    readonly property color ownPrimary: "#084F56"
    readonly property color base: own ? ownPrimary : primaryColour
    readonly property color primary: highContrast ? "#FFE94A" : base
    readonly property color inkOnPrimary: highContrast ? "#000000" : "#FFFFFF"
    readonly property color softInkOnPrimary: highContrast ? "#000000" : own ? "#E2EFEE" : "#FFFFFF"
    readonly property color festive: highContrast ? paper : primary
    readonly property color inkOnFestive: highContrast ? ink : inkOnPrimary
    readonly property color softInkOnFestive: highContrast ? softInk : softInkOnPrimary
    readonly property color lineOnFestive: highContrast ? line : own ? "#8FB4B6" : Qt.tint(base, "#8CFFFFFF")
    readonly property color festiveButton: highContrast ? primary : surface
    readonly property color inkOnFestiveButton: highContrast ? inkOnPrimary : primary
    readonly property color primaryPressed: highContrast ? "#D9C420" : own ? "#053A40" : Qt.darker(base, 1.35)
    readonly property color iconOnPrimary: highContrast ? "#FFE94A" : own ? "#2C6A70" : Qt.tint(base, "#26FFFFFF")
    readonly property color inkOnIcon: highContrast ? "#000000" : "#FFFFFF"
    readonly property color tint: highContrast ? "#262200" : own ? "#E2EFEE" : Qt.tint("#FFFFFF", Qt.alpha(base, 0.08))
    readonly property color surfacePressed: highContrast ? "#3A3400" : own ? "#D3E4E3" : Qt.tint("#FFFFFF", Qt.alpha(base, 0.16))
    readonly property color sun: highContrast ? "#FFE94A" : "#F2B84B"
    readonly property color alert: highContrast ? "#FFB0A8" : "#8E1F23"
    readonly property color good: highContrast ? "#A8F0C0" : "#155232"
    readonly property color warning: highContrast ? "#FFE94A" : "#5F4000"
    readonly property color warningGround: highContrast ? "#1A1700" : "#FBF0D9"
    readonly property color chosen: highContrast ? "#FFE94A" : "#12292E"
    readonly property color inkOnChosen: highContrast ? "#000000" : "#FFFFFF"
    readonly property color focus: highContrast ? "#FFFFFF" : "#B5480A"
    readonly property color qrDark: "#000000"
    readonly property color qrGround: "#FFFFFF"
    readonly property color veil: "#99000000"

    // Shape
    readonly property real margin: length(72)
    readonly property real grid: length(24)
    readonly property real tileRadius: length(40)
    readonly property real buttonRadius: length(30)
    readonly property real cardRadius: length(32)
    readonly property real stroke: Math.max(1, length(3))
    readonly property real focusStroke: Math.max(3, length(7))
    readonly property real gap: Math.max(length(24), reach(4, 36))
    readonly property real icon: length(52)
    readonly property real smallIcon: length(40)
    readonly property real progressHeight: length(14)

    readonly property real topMargin: length(wide ? 44 : 72)
    readonly property real top: topMargin + length(wide ? 96 : 108)
    readonly property real strip: length(wide ? largerText ? 60 : 48 : largerText ? 104 : 92)
    readonly property real bar: largerText ? Math.round(target * 1.35) : target
    readonly property real bottom: bar + strip

    // What a finger must hit: at least so many millimetres, where the window has room for them.
    readonly property real primaryTarget: Math.max(length(wide ? 116 : 150), touch(20, 190))
    readonly property real tileTarget: Math.max(length(wide ? 130 : lowered ? 170 : 216), touch(20, 240))
    readonly property real digitTarget: touch(18, 150)
    readonly property real digitHeight: Math.max(length(150), digitTarget)
    readonly property real target: Math.max(length(wide ? 80 : 96), touch(12, 110))

    // The waiting room's board, read from the other end of the room.
    readonly property color boardGround: highContrast ? "#000000" : "#12292E"
    readonly property color boardPanel: highContrast ? "#1A1700" : "#23383D"
    readonly property color boardInk: "#FFFFFF"
    readonly property color boardSoftInk: highContrast ? "#FFF3A3" : "#D5E0E0"
    readonly property color inkOnSun: highContrast ? "#000000" : "#12292E"
    readonly property color boardVeil: "#D9F5F2EC"
    readonly property bool boardNarrow: wide && windowWidth < 1.5 * windowHeight
    readonly property real boardMargin: length(boardNarrow ? 40 : wide ? 64 : 48)
    readonly property real boardGap: length(32)
    readonly property real boardTitle: length(40)
    readonly property real boardBody: length(32)
    readonly property real boardNote: length(29)
    readonly property real boardNumber: length(wide ? 300 : 440)
    readonly property real boardRoom: length(wide ? 84 : 100)
    readonly property real boardLast: length(wide ? 68 : 76)
    readonly property real boardLine: length(boardNarrow ? 230 : wide ? 190 : 176)
    readonly property int boardBlink: 400
    readonly property int boardPage: 10000

    // What staff see: dense but quiet, for a hand on the keyboard.
    readonly property real staffDisplay: text(48)
    readonly property real staffTitle: text(34)
    readonly property real staffBody: text(25)
    readonly property real staffLabel: text(24)
    readonly property real staffNote: text(21)
    readonly property real staffMargin: length(36)
    readonly property real staffGap: length(16)
    readonly property real staffRow: length(78)
    readonly property real staffTarget: length(64)
    readonly property real staffBar: length(92)
    readonly property real staffRail: length(150)
    readonly property real staffSide: length(500)
    readonly property real staffRadius: length(18)
    readonly property real staffStroke: Math.max(1, length(2))
    readonly property real staffFocus: Math.max(2, length(4))
    readonly property real staffIcon: length(32)
    readonly property color rail: highContrast ? "#000000" : "#12292E"
    readonly property color inkOnRail: highContrast ? "#FFE94A" : "#E2EFEE"
    readonly property color railChosen: highContrast ? "#FFE94A" : "#084F56"
    readonly property color inkOnRailChosen: highContrast ? "#000000" : "#FFFFFF"
    readonly property color alertGround: highContrast ? "#2B0B08" : "#FBE9E7"

    // Motion and time
    readonly property int slide: still ? 0 : 180
    readonly property real longPressSeconds: 2

    // Initials and masked digits are read from left to right in any language (Unicode's isolates).
    function isolated(words: string): string {
        return rightToLeft ? "\u2066" + words + "\u2069" : words;
    }

    function length(drawn: real): real {
        return Math.round(drawn * unit);
    }

    function text(drawn: real): real {
        return Math.max(8, Math.round(drawn * unit * textScale));
    }

    // Millimetres in pixels, but never more than `atMost` of the drawing's units: a small window shows a small kiosk.
    function reach(millimetres: real, atMost: real): real {
        return Math.round(Math.min(millimetres * pixelsPerMm, atMost * unit));
    }

    function touch(millimetres: real, atMost: real): real {
        return Math.max(reach(millimetres, atMost), Math.min(60, length(120)));
    }
}
