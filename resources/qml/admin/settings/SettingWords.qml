pragma Singleton

import QtQuick

// What each setting is called, and what it is for.
QtObject {
    function name(key: string): string {
        switch (key) {
        case "face":
            return qsTr("What this machine shows");
        case "clinic.name":
            return qsTr("Name of the clinic");
        case "clinic.time_zone":
            return qsTr("Time zone");
        case "clinic.default_language":
            return qsTr("First language");
        case "clinic.languages":
            return qsTr("Languages offered");
        case "clinic.opening_hours":
            return qsTr("Opening hours, in words");
        case "clinic.phone":
            return qsTr("Phone number for patients");
        case "clinic.reasons":
            return qsTr("Reasons to come without appointment");
        case "server_url":
            return qsTr("Address of the server");
        case "hub_url":
            return qsTr("Address of the hub in the lobby");
        case "find_hub":
            return qsTr("Look for a hub by itself");
        case "sound":
            return qsTr("Chime and speak");
        case "spoken":
            return qsTr("Languages in which calls are spoken");
        case "database":
            return qsTr("File of the records");
        case "logs":
            return qsTr("Folder of the program's logs");
        case "keys":
            return qsTr("Where keys are kept");
        case "printer.kind":
            return qsTr("How the printer is connected");
        case "printer.host":
            return qsTr("Address of the printer");
        case "printer.port":
            return qsTr("Network port of the printer");
        case "printer.device":
            return qsTr("Device of the printer");
        case "printer.baud":
            return qsTr("Speed of the serial port");
        case "printer.templates":
            return qsTr("Folder of own templates for paper");
        case "printer.logo":
            return qsTr("Picture on paper");
        case "printer.width_mm":
            return qsTr("Width of the paper");
        case "window.fullscreen":
            return qsTr("Fill the screen");
        case "window.width":
            return qsTr("Width of the window");
        case "window.height":
            return qsTr("Height of the window");
        case "window.corner":
            return qsTr("Corner of the screen");
        default:
            return key;
        }
    }

    function hint(kind: string, lowest: int, highest: int): string {
        switch (kind) {
        case "number":
            return qsTr("A whole number from %1 to %2.").arg(lowest).arg(highest);
        case "languages":
            return qsTr("Language tags, with commas between them: en, es, ar. The first language is one of them.");
        case "list":
            return qsTr("Several, with commas between them, or nothing.");
        case "zone":
            return qsTr("The name of a time zone, such as Europe/Berlin.");
        case "address":
            return qsTr("An address such as https://clinic.example, or nothing.");
        case "path":
            return qsTr("A file or folder of this machine, or nothing.");
        case "text":
            return qsTr("One line of text.");
        default:
            return "";
        }
    }

    function source(key: string): string {
        switch (key) {
        case "command_line":
            return qsTr("said when the program was started");
        case "environment":
            return qsTr("said by the system's environment");
        case "file":
            return qsTr("from the settings file");
        case "server":
            return qsTr("from the server");
        case "default":
            return qsTr("not set: this is the usual value");
        default:
            return "";
        }
    }
}
