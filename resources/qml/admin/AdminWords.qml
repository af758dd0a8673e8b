pragma Singleton

import QtQuick

// What Python's words are called on the admin's pages.
QtObject {
    function choice(kind: string, key: string, words: string): string {
        if (words !== "")
            return words;
        switch (kind) {
        case "device":
            return key === "" ? qsTr("All machines") : key;
        case "intent":
            return qsTr("All kinds of work");
        case "status":
            return qsTr("All states");
        case "option":
            return option(key);
        case "report_place":
            return qsTr("All places");
        case "report_doctor":
            return qsTr("All doctors");
        case "report_days":
            return key === "today" ? qsTr("Today") : key === "week" ? qsTr("Last 7 days") : key === "month" ? qsTr("Last 30 days") : qsTr("Own days");
        default:
            return key;
        }
    }

    function statusMeans(key: string): string {
        switch (key) {
        case "pending":
            return qsTr("It is safe on this machine, and goes to the server as soon as it can be reached.");
        case "synced":
            return qsTr("The server has taken it as it was done here.");
        case "failed":
            return qsTr("The server keeps it and has not applied it. It is tried again by itself when the rules change.");
        case "conflict":
            return qsTr("The server has applied what the rules allow. Somebody should look at the rest.");
        default:
            return "";
        }
    }

    function problem(key: string): string {
        switch (key) {
        case "not_opened":
            return qsTr("The passphrase is not right, or this file is not a copy of our records. Nothing was changed.");
        case "damaged":
            return qsTr("This copy is damaged: a part of it is torn or missing. Nothing was changed.");
        case "newer":
            return qsTr("A newer version of the program made this copy. Install that version first. Nothing was changed.");
        case "too_weak":
            return qsTr("That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.");
        case "disk_full":
            return qsTr("There is not enough room there. Nothing was kept.");
        case "storage_broken":
        case "no_such_file":
            return qsTr("That place could not be read or written. Is the stick still in?");
        case "no_key":
            return qsTr("The keys of this machine could not be reached. Nothing was changed.");
        case "not_writable":
            return qsTr("That place can't be written. Nothing was changed.");
        case "needs_server":
            return qsTr("This needs the server, which can't be reached now. Nothing was changed.");
        case "sign_in_again":
            return qsTr("You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.");
        case "pin_too_short":
            return qsTr("A PIN has 6 to 12 digits.");
        case "pin_too_common":
            return qsTr("That PIN is too easy to guess. Take other digits.");
        case "last_admin":
            return qsTr("Somebody must be left who can set up the clinic.");
        case "unknown_user":
            return qsTr("They work at all places, so they can't be changed from this one.");
        case "email_taken":
        case "login_taken":
            return qsTr("Somebody else has this e-mail address.");
        case "not_allowed":
        case "insufficient_role":
            return qsTr("An administrator of this place only can't change that.");
        case "wrong_value":
            return qsTr("That is not possible here.");
        case "won_over":
            return qsTr("This was said when the program was started, so it can't be changed here.");
        case "file_broken":
            return qsTr("The settings file has a form that only a person can change. Nothing was changed.");
        case "":
            return "";
        default:
            return qsTr("That could not be done. Nothing was changed.");
        }
    }

    function trouble(cause: string): string {
        switch (cause) {
        case "machine_silent":
            return qsTr("The server has not heard of it");
        case "printer_paper_out":
            return qsTr("Its printer is out of paper");
        case "printer_paper_low":
            return qsTr("Its printer's paper is near its end");
        case "printer_cover_open":
            return qsTr("Its printer's cover is open");
        case "printer_unreachable":
            return qsTr("Its printer does not answer");
        default:
            return qsTr("Its printer needs somebody");
        }
    }

    function option(key: string): string {
        switch (key) {
        case "true":
            return qsTr("Yes");
        case "false":
            return qsTr("No");
        case "patient":
            return qsTr("Patients' screens");
        case "reception":
            return qsTr("Reception");
        case "board":
            return qsTr("Waiting-room board");
        case "admin":
            return qsTr("Administration");
        case "automatic":
            return qsTr("By itself");
        case "systemd":
            return qsTr("System service (systemd)");
        case "keyring":
            return qsTr("System's keyring");
        case "development-file":
            return qsTr("A file (only to try things out)");
        case "none":
            return qsTr("None");
        case "network":
            return qsTr("By network");
        case "usb":
            return qsTr("By USB");
        case "serial":
            return qsTr("By serial port");
        case "system":
            return qsTr("The system's printer");
        case "any":
            return qsTr("Wherever there is room");
        case "top_left":
            return qsTr("Top left");
        case "top_right":
            return qsTr("Top right");
        case "bottom_left":
            return qsTr("Bottom left");
        case "bottom_right":
            return qsTr("Bottom right");
        case "58":
        case "80":
            return qsTr("%1 mm").arg(key);
        default:
            return key;
        }
    }

    function machine(kind: string): string {
        switch (kind) {
        case "kiosk":
            return qsTr("Patients' kiosk");
        case "reception":
            return qsTr("Reception");
        case "board":
            return qsTr("Waiting-room board");
        case "hub":
            return qsTr("Hub in the lobby");
        default:
            return kind;
        }
    }
}
