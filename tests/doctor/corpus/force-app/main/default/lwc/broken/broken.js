import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
export default class Broken {
    send( {
