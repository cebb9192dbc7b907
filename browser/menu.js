// The entry of the context menu opens the popup, as the button does. A menu click gives the right to this tab alone.
chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({
    id: 'keep',
    title: 'Keep in Precis',
    contexts: ['page', 'selection', 'link', 'image'],
  });
});

chrome.contextMenus.onClicked.addListener((_info, tab) => {
  void chrome.action.openPopup(tab === undefined ? {} : { windowId: tab.windowId });
});
