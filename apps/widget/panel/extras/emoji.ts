/** Emoji that are of use in a conversation with a municipality, in four rows. Those of the system are shown. */
export const EMOJI = {
  emojiFaces: '😀 😊 🙂 😉 😅 😂 🥰 🤗 🤔 😐 😕 😟 😢 😭 😠 😮 😴 🤒',
  emojiHands: '👍 👎 👏 🙏 👋 🤝 💪 👌 🤞 ✋ ☝️ 🫶 ❤️ 💚 💙 ⭐ ✅ ❌',
  emojiNature: '☀️ 🌤️ 🌧️ ❄️ 🌈 🔥 💧 🌳 🌷 🐶 🐱 🐦 🐀 🐝 🍎 🍞 ☕ 🎂',
  emojiThings: '🏠 🏫 🏥 🚗 🚌 🚲 🚜 ♻️ 🗑️ 💡 🔧 📄 ✉️ 📞 📅 ⏰ 💶 🔑',
} as const;
