import QtQuick

// The page of a section that shows nothing but its name; for tests of the frame.
Item {
    id: root

    required property QtObject screen

    Accessible.role: Accessible.StaticText
    Accessible.name: "the section " + root.screen["kindName"]
}
