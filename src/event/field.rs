//! The fields of an interaction ("condensed conversation"), by the kind of their values. The names are the client's.

crate::string_enum::string_enum! {
    /// Fields that hold text.
    TextField {
        /// `ALERTING`, `CONNECTED`, `HELD`, `DISCONNECTED`, `DIALING`, `CONTACTING` and others.
        State = "state",
        /// `Inbound` or `Outbound`, in any letter case.
        Direction = "direction",
        /// `tel:` or `sip:` address.
        Phone = "phone",
        /// The other party's address, for people.
        DisplayAddress = "displayAddress",
        /// The calling number.
        Ani = "ani",
        /// The called number.
        CalledNumber = "calledNumber",
        /// The other party's name.
        Name = "name",
        /// The other party's name, as the client shows it.
        RemoteName = "remoteName",
        /// The queue.
        QueueName = "queueName",
        /// facebook, line, sms, twitter or whatsapp.
        MessageType = "messageType",
        /// active, paused or none.
        RecordingState = "recordingState",
        /// The wrap-up code.
        Disposition = "disposition",
        /// Of an outbound campaign.
        DialerContactId = "dialerContactId",
        /// Of an outbound campaign.
        DialerContactListId = "dialerContactListId",
        /// Of an outbound campaign.
        DialerCampaignId = "dialerCampaignId",
        /// The subject of an e-mail.
        EmailSubject = "emailSubject",
        /// The other party's name in a social network.
        SocialUserName = "socialUserName",
        /// User-to-user information of a call.
        UuiData = "uuiData",
        /// The ID of a voicemail's recording.
        VoicemailId = "voicemailId",
    }
}

crate::string_enum::string_enum! {
    /// Fields that hold a time.
    TimeField {
        /// When it began.
        Start = "startTime",
        /// When it was connected.
        Connected = "connectedTime",
        /// When it ended.
        End = "endTime",
    }
}

crate::string_enum::string_enum! {
    /// Fields that are true or false.
    BoolField {
        /// Connected or held.
        IsConnected = "isConnected",
        /// Over, perhaps with wrap-up to do.
        IsDisconnected = "isDisconnected",
        /// Over, and wrapped up.
        IsDone = "isDone",
        /// Between people of the organisation.
        IsInternal = "isInternal",
        /// A callback.
        IsCallback = "isCallback",
        /// Of an outbound campaign.
        IsDialer = "isDialer",
        /// A web chat.
        IsChat = "isChat",
        /// An e-mail.
        IsEmail = "isEmail",
        /// A message of [`TextField::MessageType`].
        IsMessage = "isMessage",
        /// A voicemail.
        IsVoicemail = "isVoicemail",
        /// The recording is paused for what must not be recorded.
        SecurePause = "securePause",
        /// Marked for a supervisor.
        Flagged = "flagged",
        /// The parties browse the same page together.
        IsCoBrowsing = "isCoBrowsing",
        /// Of an outbound campaign, shown before it is dialled.
        IsDialerPreview = "isDialerPreview",
        /// Somebody shares a screen.
        IsSharingScreen = "isSharingScreen",
        /// An e-mail of a third-party provider.
        IsThirdPartyEmail = "isThirdPartyEmail",
    }
}

crate::string_enum::string_enum! {
    /// Fields that hold a number of seconds.
    DurationField {
        /// From connection to end.
        Interaction = "interactionDurationSeconds",
        /// In the IVR.
        Ivr = "totalIvrDurationSeconds",
        /// Waiting in queues.
        Acd = "totalAcdDurationSeconds",
        /// Wrapping up.
        Disposition = "dispositionDurationSeconds",
    }
}
